package org.counterfoil.domain.organisation;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation's invoices say beside what they are for: where it is, and until when and how
 * it is to be paid (art. 242 nonies A of annexe II of the CGI, art. L441-9 and L441-10 of the Code
 * de commerce).
 *
 * @param address its seat, line by line, without its name and country
 * @param legalMention its legal form, capital and register, where they have to be told
 * @param iban the account for transfers
 * @param paymentDays how many days after the invoice it is due; 0 for at once
 * @param latePenalty the rate of penalties for paying late, in words
 * @param recoveryFeeMinor what a late professional owes for its recovery, in minor units of the
 *     organisation's currency; 40.00 in France
 */
public record InvoicingTerms(
    List<PublicLabel> address,
    @Nullable PublicLabel legalMention,
    @Nullable Iban iban,
    int paymentDays,
    PublicLabel latePenalty,
    long recoveryFeeMinor) {

  public InvoicingTerms {
    address = List.copyOf(address);
  }
}
