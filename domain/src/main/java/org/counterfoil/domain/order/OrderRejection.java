package org.counterfoil.domain.order;

import org.counterfoil.domain.Rejection;

/** Why a command about an order was refused, in order of precedence. */
public enum OrderRejection implements Rejection {
  UNKNOWN_ORDER(Kind.NOT_FOUND),
  UNKNOWN_PAYMENT(Kind.NOT_FOUND),
  UNKNOWN_REFUND(Kind.NOT_FOUND),
  UNKNOWN_TICKET(Kind.NOT_FOUND),
  UNKNOWN_LINE(Kind.NOT_FOUND),
  ORDER_EXISTS(Kind.CONFLICT),
  PAYMENT_EXISTS(Kind.CONFLICT),
  HOLD_REPEATED(Kind.INVALID),
  NO_TICKET_NAMED(Kind.INVALID),
  LINE_REPEATED(Kind.INVALID),
  TICKET_REPEATED(Kind.INVALID),
  TICKETS_DO_NOT_COVER_HOLDS(Kind.INVALID),
  PRICE_TYPE_NOT_OFFERED(Kind.CONFLICT),
  COMP_REASON_REQUIRED(Kind.INVALID),
  COMP_REASON_NOT_ALLOWED(Kind.INVALID),
  FEE_NOT_OFFERED(Kind.CONFLICT),
  FEE_REQUIRED(Kind.CONFLICT),
  INVALID_DONATION(Kind.INVALID),
  QUOTA_REACHED(Kind.LIMIT),
  AMOUNT_NOT_POSITIVE(Kind.INVALID),
  WRONG_CURRENCY(Kind.INVALID),
  ORDER_LAPSED(Kind.GONE),
  OVERPAYMENT(Kind.CONFLICT),
  PARTIAL_PAYMENT(Kind.CONFLICT),
  ORDER_PARTLY_PAID(Kind.CONFLICT),
  ORDER_COMPLETED(Kind.CONFLICT),
  AGENTS_DIFFER(Kind.CONFLICT),
  SOLD_BY_AGENT(Kind.CONFLICT),
  ORDER_NOT_COMPLETED(Kind.CONFLICT),
  TICKET_VOID(Kind.CONFLICT),
  TOO_MANY_REISSUES(Kind.LIMIT),
  NOTHING_TO_REFUND(Kind.CONFLICT),
  REFUND_EXCEEDS_PAID(Kind.CONFLICT),
  ORDER_NOT_PAID(Kind.CONFLICT),
  REFUND_PAID_BY_PROVIDER(Kind.CONFLICT),
  DIFFERENCE_TO_PAY(Kind.CONFLICT),
  DIFFERENCE_TO_GIVE_BACK(Kind.CONFLICT);

  private final Kind kind;

  OrderRejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return this == QUOTA_REACHED; // an order that lapses gives its share back
  }
}
