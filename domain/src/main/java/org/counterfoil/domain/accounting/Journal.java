package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;

/** A book of first entry. Codes and labels are the organisation's; these are the default ones. */
public enum Journal {
  /** Tickets sold, exchanged and refunded. */
  SALES("VT", "Ventes de billets"),
  /** Money that comes or goes for something sold at another moment. */
  MONEY("BQ", "Encaissements et remboursements"),
  /** Everything without money, such as the recognition of revenue. */
  GENERAL("OD", "Opérations diverses");

  private final String code;
  private final String label;

  Journal(String code, String label) {
    this.code = code;
    this.label = label;
  }

  /** Its code in the default chart. */
  public JournalCode usualCode() {
    return new JournalCode(code);
  }

  /** Its label in the default chart. */
  public PublicLabel usualLabel() {
    return new PublicLabel(label);
  }
}
