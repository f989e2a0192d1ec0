package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.jspecify.annotations.Nullable;

/**
 * Who asks for the money, as the authorities know it.
 *
 * @param siren the nine digits of a French company number
 * @param vatNumber its VAT number in the EU's form
 * @param licenceNumber the number of its licence as a promoter of live shows
 */
public record Seller(
    PublicLabel legalName,
    CountryCode country,
    @Nullable RegistrationNumber siren,
    @Nullable RegistrationNumber vatNumber,
    @Nullable RegistrationNumber licenceNumber) {

  public static Seller of(OrganisationCreated organisation) {
    return new Seller(
        organisation.legalName(),
        organisation.country(),
        organisation.siren(),
        organisation.vatNumber(),
        organisation.licenceNumber());
  }
}
