package org.counterfoil.domain.privacy;

/** Where personal data came in. */
public enum CaptureDoor {
  ORDER,
  ACCOUNT,
  NEWSLETTER_FORM,
  BOX_OFFICE,
  ADMISSION_LIST,
  IMPORT
}
