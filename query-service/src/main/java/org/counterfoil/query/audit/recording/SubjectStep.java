package org.counterfoil.query.audit.recording;

/** What else a person did, or was done about one. */
public enum SubjectStep {
  OBJECTION,
  RESTRICTED,
  RESTRICTION_LIFTED,
  CONTACT,
  /** It is the same person as another. */
  MERGED
}
