package org.counterfoil.domain.access;

/** What a caller may do in one organisation; {@link #PLATFORM_ADMIN} alone is for all of them. */
public enum Role {
  /** Creates organisations and may do everything in them. */
  PLATFORM_ADMIN,
  ADMIN,
  ORGANISER,
  BOX_OFFICE,
  ACCOUNTANT,
  /** Reads only, until an end date. */
  AUDITOR,
  DPO,
  ADMISSION,
  /** A sales channel: holds and orders. */
  CHANNEL,
  /** What writes to those who agreed: its lists, who is to confirm, who clicked. Nothing else. */
  MAILER
}
