package org.counterfoil.domain.privacy.request;

/** Which right a person exercises. */
public enum RequestKind {
  /** Art. 15 GDPR. */
  ACCESS,
  /** Art. 16. */
  RECTIFICATION,
  /** Art. 17. */
  ERASURE,
  /** Art. 18. */
  RESTRICTION,
  /** Art. 20. */
  PORTABILITY,
  /** Art. 21. */
  OBJECTION
}
