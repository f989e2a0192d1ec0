package org.counterfoil.domain.order;

/** Why money is owed back. */
public enum RefundReason {
  /** It arrived after the order had lapsed, and the places were taken. */
  PAID_TOO_LATE,
  /** The order was paid already. */
  PAID_TWICE,
  /** It came in another currency than the order's, and buys nothing. */
  PAID_IN_ANOTHER_CURRENCY,
  /** It is less than an order costs that is paid in one. */
  PAID_IN_PART,
  /** The order lapsed with a part of it paid. */
  ORDER_LAPSED
}
