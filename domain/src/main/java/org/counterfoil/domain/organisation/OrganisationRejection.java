package org.counterfoil.domain.organisation;

import org.counterfoil.domain.Rejection;

/** Why a command about an organisation or a network was refused, in order of precedence. */
public enum OrganisationRejection implements Rejection {
  UNKNOWN_ORGANISATION(Kind.NOT_FOUND),
  UNKNOWN_NETWORK(Kind.NOT_FOUND),
  ORGANISATION_EXISTS(Kind.CONFLICT),
  PAYMENT_METHOD_REPEATED(Kind.INVALID),
  INVOICING_INCOMPLETE(Kind.INVALID),
  PRINCIPAL_REPEATED(Kind.INVALID),
  PRINCIPAL_IS_ITSELF(Kind.INVALID),
  CHANNEL_REPEATED(Kind.INVALID),
  AGENT_IS_ORGANISER(Kind.INVALID),
  INVALID_VOUCHER_TERMS(Kind.INVALID);

  private final Kind kind;

  OrganisationRejection(Kind kind) {
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
