package org.counterfoil.query.audit.recording;

/** What else a person did, or was done about one. */
public enum SubjectStep {
  OBJECTION,
  /** An address was typed, and whoever has it is to confirm. */
  CONFIRMATION_AWAITED,
  RESTRICTED,
  RESTRICTION_LIFTED,
  CONTACT,
  /** It is the same person as another. */
  MERGED
}
