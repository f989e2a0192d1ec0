package org.counterfoil.domain.organisation;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/** What happened to an organisation. */
public sealed interface OrganisationEvent extends Event {

  OrganisationId organisationId();

  /**
   * An organisation was created.
   *
   * @param country ISO 3166-1 alpha-2
   * @param siren the nine digits of a French company number
   * @param vatNumber its VAT number in the EU's form
   * @param licenceNumber the number of its licence as a promoter of live shows
   * @param dpoContact where its data protection officer is reached: no person's own address
   * @param fiscalYearStart the first day of its fiscal year
   * @param dayEndsAt when its business day ends, in its time zone
   */
  @EventType(name = "organisation.created", revision = 2)
  record OrganisationCreated(
      OrganisationId organisationId,
      PublicLabel name,
      PublicLabel legalName,
      CountryCode country,
      Currency currency,
      ZoneId timeZone,
      @Nullable RegistrationNumber siren,
      @Nullable RegistrationNumber vatNumber,
      @Nullable RegistrationNumber licenceNumber,
      @Nullable PublicContact dpoContact,
      MonthDay fiscalYearStart,
      LocalTime dayEndsAt)
      implements OrganisationEvent {}

  /** Which methods of payment are accepted, and on which account each is posted. */
  @EventType(name = "organisation.payment-methods-set", revision = 1)
  record PaymentMethodsSet(OrganisationId organisationId, List<AcceptedMethod> methods)
      implements OrganisationEvent {
    public PaymentMethodsSet {
      methods = List.copyOf(methods);
    }
  }

  /** What invoices say beside what they are for. Replaces what was set before. */
  @EventType(name = "organisation.invoicing-set", revision = 1)
  record InvoicingSet(OrganisationId organisationId, InvoicingTerms terms)
      implements OrganisationEvent {}

  /**
   * For which organisations it is ready to sell tickets on their account. Replaces what was set
   * before.
   */
  @EventType(name = "organisation.principals-set", revision = 1)
  record PrincipalsSet(OrganisationId organisationId, List<OrganisationId> principals)
      implements OrganisationEvent {
    public PrincipalsSet {
      principals = List.copyOf(principals);
    }
  }

  /**
   * Who sells its tickets on its account, of all of its performances; one that names its own for a
   * channel has that one. Replaces what was set before.
   */
  @EventType(name = "organisation.agents-set", revision = 1)
  record SalesAgentsSet(OrganisationId organisationId, List<NamedAgent> agents)
      implements OrganisationEvent {
    public SalesAgentsSet {
      agents = List.copyOf(agents);
    }
  }

  /** What it promises with vouchers that are issued from now on. */
  @EventType(name = "organisation.voucher-terms-set", revision = 2)
  record VoucherTermsSet(OrganisationId organisationId, VoucherTerms terms)
      implements OrganisationEvent {}
}
