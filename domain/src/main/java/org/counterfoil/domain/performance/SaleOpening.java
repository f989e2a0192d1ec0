package org.counterfoil.domain.performance;

/** How the sale stands for one caller at one moment. */
public enum SaleOpening {
  OPEN,
  /** Not open yet for the channel, but the caller's code opens it. */
  OPEN_BY_PRESALE_CODE,
  /** There is a presale now, and the caller has no code. */
  PRESALE_CODE_REQUIRED,
  /** There is a presale now, and the caller's code is none of its codes. */
  PRESALE_CODE_UNKNOWN,
  NOT_OPEN
}
