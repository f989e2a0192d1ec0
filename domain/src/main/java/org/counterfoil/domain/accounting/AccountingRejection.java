package org.counterfoil.domain.accounting;

import org.counterfoil.domain.Rejection;

/** Why a command about the books was refused, in order of precedence. */
public enum AccountingRejection implements Rejection {
  UNKNOWN_CLOSING(Kind.NOT_FOUND, false),
  ORDER_NOT_INVOICED(Kind.NOT_FOUND, false),
  UNKNOWN_TILL_SESSION(Kind.NOT_FOUND, false),
  AMOUNT_OUT_OF_RANGE(Kind.INVALID, false),
  ACCOUNT_REPEATED(Kind.INVALID, false),
  PAYOUT_KNOWN(Kind.CONFLICT, false),
  PAYOUT_LINE_REPEATED(Kind.INVALID, false),
  PAYOUT_DOES_NOT_ADD_UP(Kind.INVALID, false),
  NOTHING_SETTLED(Kind.INVALID, false),
  SETTLED_WITH_ITSELF(Kind.INVALID, false),
  ORDER_INVOICED(Kind.CONFLICT, false),
  TRAINING_NOT_INVOICED(Kind.CONFLICT, false),
  INVOICING_NOT_SET(Kind.CONFLICT, false),
  NOTHING_TO_INVOICE(Kind.CONFLICT, false),
  TILL_OPEN(Kind.CONFLICT, false),
  TILL_COUNTED(Kind.CONFLICT, false),
  TILL_NOT_COUNTED(Kind.CONFLICT, false),
  TILL_BANKED(Kind.CONFLICT, false),
  BANKING_EXCEEDS_COUNT(Kind.CONFLICT, false),
  TILL_NOT_BANKED(Kind.CONFLICT, false),
  BANKING_KNOWN(Kind.CONFLICT, false),
  BEFORE_THE_BOOKS(Kind.INVALID, false),
  PERIOD_NOT_OVER(Kind.CONFLICT, true),
  PERIOD_CLOSED(Kind.CONFLICT, false),
  PERFORMANCE_UNFINISHED(Kind.CONFLICT, true),
  TOO_MANY_DAYS_OPEN(Kind.LIMIT, false);

  private final Kind kind;
  private final boolean isRetryable;

  AccountingRejection(Kind kind, boolean isRetryable) {
    this.kind = kind;
    this.isRetryable = isRetryable;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return isRetryable;
  }
}
