package org.counterfoil.domain.organisation;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/** Commands about one organisation. */
public sealed interface OrganisationCommand extends Command {

  OrganisationId organisationId();

  @Override
  default UUID laneKey() {
    return organisationId().value();
  }

  /** See {@link OrganisationEvent.OrganisationCreated} for the fields. */
  record CreateOrganisation(
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
      implements OrganisationCommand {}

  /** Replaces the accepted methods of payment. */
  record SetPaymentMethods(OrganisationId organisationId, List<AcceptedMethod> methods)
      implements OrganisationCommand {
    public SetPaymentMethods {
      methods = List.copyOf(methods);
    }
  }

  /** Replaces what invoices say beside what they are for. */
  record SetInvoicing(OrganisationId organisationId, InvoicingTerms terms)
      implements OrganisationCommand {}

  /** Replaces the organisations whose tickets it is ready to sell on their account. */
  record SetPrincipals(OrganisationId organisationId, List<OrganisationId> principals)
      implements OrganisationCommand {
    public SetPrincipals {
      principals = List.copyOf(principals);
    }
  }

  /** Replaces who sells tickets of all of its performances on its account. */
  record SetSalesAgents(OrganisationId organisationId, List<NamedAgent> agents)
      implements OrganisationCommand {
    public SetSalesAgents {
      agents = List.copyOf(agents);
    }
  }

  /** Replaces what it promises with vouchers. */
  record SetVoucherTerms(OrganisationId organisationId, VoucherTerms terms)
      implements OrganisationCommand {}
}
