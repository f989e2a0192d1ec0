package org.counterfoil.domain.voucher;

/** Why there is a voucher. */
public enum VoucherOrigin {
  /** Somebody bought it. */
  SALE,
  /** Money went back to it. */
  REFUND
}
