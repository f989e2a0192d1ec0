package org.counterfoil.domain.privacy.subject;

/** What counts as a contact; a mail that was opened is none. */
public enum ContactKind {
  /** The person bought. */
  ORDER,
  /** The person followed a link that was meant for it. */
  CLICK
}
