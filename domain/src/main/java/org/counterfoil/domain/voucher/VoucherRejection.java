package org.counterfoil.domain.voucher;

import org.counterfoil.domain.Rejection;

/** Why a command about a voucher was refused, in order of precedence. */
public enum VoucherRejection implements Rejection {
  UNKNOWN_VOUCHER(Kind.NOT_FOUND),
  VOUCHER_OF_ANOTHER_CURRENCY(Kind.CONFLICT),
  VOUCHER_AMOUNT_NOT_POSITIVE(Kind.INVALID),
  VOUCHER_PAYMENT_EXISTS(Kind.CONFLICT),
  /** The payment was given up; another one may be tried. */
  VOUCHER_PAYMENT_GIVEN_UP(Kind.CONFLICT),
  VOUCHER_EXPIRED(Kind.GONE),
  VOUCHER_BALANCE_TOO_LOW(Kind.CONFLICT);

  private final Kind kind;

  VoucherRejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
