package org.counterfoil.domain.order;

/** How money goes back. */
public enum RefundTo {
  /** As it came: to the card it was paid with, or over the counter. */
  ORIGINAL,
  CASH,
  TRANSFER,
  /** To a new voucher. */
  VOUCHER
}
