package org.counterfoil.domain.order;

/** What a line of an order sells beside tickets. */
public enum LineProduct {
  /** What the organisation's price list asks for beside tickets. */
  FEE,
  /** Given to the organisation for nothing: no tax. */
  DONATION
}
