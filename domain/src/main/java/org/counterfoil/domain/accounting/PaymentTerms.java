package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.InvoicingTerms;

/**
 * Until when an invoice is to be paid, and what follows when it is not.
 *
 * @param dueOn the last day, in the organisation's time zone
 * @param latePenalty the rate of penalties for paying late, in words
 * @param recoveryFeeMinor what a late professional owes for its recovery, in minor units of the
 *     invoice's currency
 */
public record PaymentTerms(LocalDate dueOn, PublicLabel latePenalty, long recoveryFeeMinor) {

  static PaymentTerms of(InvoicingTerms terms, LocalDate issuedOn) {
    return new PaymentTerms(
        issuedOn.plusDays(terms.paymentDays()), terms.latePenalty(), terms.recoveryFeeMinor());
  }
}
