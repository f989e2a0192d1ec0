package org.counterfoil.domain.order;

/** What a line of an order sells beside tickets. */
public enum LineProduct {
  /** What the organisation's price list asks for beside tickets. */
  FEE,
  /** Given to the organisation for nothing: no tax. */
  DONATION,
  /**
   * Money to be spent later on anything (a multi-purpose voucher, directive 2006/112/EC, art. 30a):
   * it is taxed when it is spent.
   */
  VOUCHER,
  /** Uses that are paid for at once, and taxed with it, because it is known what they are of. */
  PASS
}
