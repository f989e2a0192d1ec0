package org.counterfoil.domain.privacy.register;

/** From what a retention period counts. */
public enum RetentionStart {
  /** The end of the last performance that the data were captured for. */
  PERFORMANCE_END,
  /** The last order or click; a mail that was opened is none. */
  LAST_CONTACT,
  /** The end of the fiscal year in which they were captured. */
  FISCAL_YEAR_END,
  /** The capture itself. */
  CAPTURE
}
