package org.counterfoil.query.accounts.invoices;

import org.counterfoil.domain.Rejection;

/** Why an invoice cannot be shown. */
enum InvoiceRejection implements Rejection {
  UNKNOWN_INVOICE;

  @Override
  public Kind kind() {
    return Kind.NOT_FOUND;
  }

  @Override
  public boolean retryable() {
    return false;
  }
}
