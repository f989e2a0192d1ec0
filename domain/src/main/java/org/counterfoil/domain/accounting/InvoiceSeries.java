package org.counterfoil.domain.accounting;

/** A series of documents that is numbered without a gap, by itself in each fiscal year. */
public enum InvoiceSeries {
  /** Facture. */
  INVOICE('F'),
  /** Avoir: it takes back what an invoice asked for. */
  CREDIT_NOTE('A');

  private final char sign;

  InvoiceSeries(char sign) {
    this.sign = sign;
  }

  /** What its numbers begin with. */
  char sign() {
    return sign;
  }
}
