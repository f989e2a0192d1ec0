package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.InvoicingTerms;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the money, as the authorities know it.
 *
 * @param address its seat, line by line, without name and country
 * @param legalMention its legal form, capital and register, where they have to be told
 * @param siren the nine digits of a French company number
 * @param vatNumber its VAT number in the EU's form
 * @param licenceNumber the number of its licence as a promoter of live shows
 * @param iban the account for transfers
 */
public record Seller(
    PublicLabel legalName,
    List<PublicLabel> address,
    CountryCode country,
    @Nullable PublicLabel legalMention,
    @Nullable RegistrationNumber siren,
    @Nullable RegistrationNumber vatNumber,
    @Nullable RegistrationNumber licenceNumber,
    @Nullable Iban iban) {

  public Seller {
    address = List.copyOf(address);
  }

  /** An organisation, with what it tells on its invoices. */
  public static Seller of(OrganisationCreated organisation, InvoicingTerms terms) {
    return new Seller(
        organisation.legalName(),
        terms.address(),
        organisation.country(),
        terms.legalMention(),
        organisation.siren(),
        organisation.vatNumber(),
        organisation.licenceNumber(),
        terms.iban());
  }
}
