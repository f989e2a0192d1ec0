package org.counterfoil.command.accounting;

import java.util.List;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.organisation.InvoicingTerms;

/**
 * What an invoice says beside the order itself.
 *
 * @param isTraining whether the performance is for training
 */
record InvoiceFacts(
    Seller seller,
    List<Supply> supplies,
    InvoicingTerms terms,
    BusinessCalendar calendar,
    boolean isTraining) {

  InvoiceFacts {
    supplies = List.copyOf(supplies);
  }
}
