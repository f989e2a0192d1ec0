package org.counterfoil.domain.privacy.register;

/** Where personal data came in. */
public enum CaptureDoor {
  /** A person who buys, without an account. */
  ORDER,
  /** A person who looks after its own data, by the secret of its order or by a link. */
  ACCOUNT,
  NEWSLETTER_FORM,
  BOX_OFFICE,
  ADMISSION_LIST,
  IMPORT
}
