package org.counterfoil.domain.organisation;

import java.time.Instant;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.organisation.OrganisationCommand.CreateOrganisation;
import org.counterfoil.domain.organisation.OrganisationCommand.SetInvoicing;
import org.counterfoil.domain.organisation.OrganisationCommand.SetPaymentMethods;
import org.counterfoil.domain.organisation.OrganisationCommand.SetPrincipals;
import org.counterfoil.domain.organisation.OrganisationCommand.SetSalesAgents;
import org.counterfoil.domain.organisation.OrganisationCommand.SetVoucherTerms;
import org.counterfoil.domain.organisation.OrganisationEvent.InvoicingSet;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationEvent.PaymentMethodsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.PrincipalsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.SalesAgentsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.VoucherTermsSet;

/** Decides about organisations. */
public final class OrganisationDecider
    implements Decider<OrganisationCommand, Organisation, OrganisationEvent> {

  private static final int MOST_ADDRESS_LINES = 6;

  /** Longer ones are unlawful between professionals in the EU but by rare exception. */
  private static final int MOST_PAYMENT_DAYS = 60;

  @Override
  public Decision<OrganisationEvent> decide(
      OrganisationCommand command, Organisation state, Instant now) {
    return switch (command) {
      case CreateOrganisation create -> create(create, state);
      case SetPaymentMethods set -> setMethods(set, state);
      case SetInvoicing set -> setInvoicing(set, state);
      case SetPrincipals set -> setPrincipals(set, state);
      case SetSalesAgents set -> setAgents(set, state);
      case SetVoucherTerms set -> setVoucherTerms(set, state);
    };
  }

  private static Decision<OrganisationEvent> create(CreateOrganisation create, Organisation state) {
    if (state.exists()) {
      return Decision.reject(
          OrganisationRejection.ORGANISATION_EXISTS,
          "Expected a new organisation, but " + create.organisationId() + " exists");
    }
    return Decision.accept(
        new OrganisationCreated(
            create.organisationId(),
            create.name(),
            create.legalName(),
            create.country(),
            create.currency(),
            create.timeZone(),
            create.siren(),
            create.vatNumber(),
            create.licenceNumber(),
            create.dpoContact(),
            create.fiscalYearStart(),
            create.dayEndsAt()));
  }

  private static Decision<OrganisationEvent> setMethods(SetPaymentMethods set, Organisation state) {
    if (!state.exists()) {
      return unknown(set.organisationId());
    }
    long distinct = set.methods().stream().map(AcceptedMethod::method).distinct().count();
    if (distinct < set.methods().size()) {
      return Decision.reject(
          OrganisationRejection.PAYMENT_METHOD_REPEATED,
          "Expected each method of payment once, but one repeats");
    }
    return set.methods().equals(state.methods)
        ? Decision.accept()
        : Decision.accept(new PaymentMethodsSet(set.organisationId(), set.methods()));
  }

  private static Decision<OrganisationEvent> setInvoicing(SetInvoicing set, Organisation state) {
    if (!state.exists()) {
      return unknown(set.organisationId());
    }
    InvoicingTerms terms = set.terms();
    boolean isComplete =
        !terms.address().isEmpty()
            && terms.address().size() <= MOST_ADDRESS_LINES
            && terms.paymentDays() >= 0
            && terms.paymentDays() <= MOST_PAYMENT_DAYS
            && terms.recoveryFeeMinor() >= 0;
    if (!isComplete) {
      return Decision.reject(
          OrganisationRejection.INVOICING_INCOMPLETE,
          "Expected an address of 1 to %d lines, 0 to %d days and no negative fee, but there are %d, %d, %d"
              .formatted(
                  MOST_ADDRESS_LINES,
                  MOST_PAYMENT_DAYS,
                  terms.address().size(),
                  terms.paymentDays(),
                  terms.recoveryFeeMinor()));
    }
    return terms.equals(state.invoicing)
        ? Decision.accept()
        : Decision.accept(new InvoicingSet(set.organisationId(), terms));
  }

  private static Decision<OrganisationEvent> setPrincipals(SetPrincipals set, Organisation state) {
    if (!state.exists()) {
      return unknown(set.organisationId());
    }
    if (Set.copyOf(set.principals()).size() < set.principals().size()) {
      return Decision.reject(
          OrganisationRejection.PRINCIPAL_REPEATED,
          "Expected each organisation once, but one repeats");
    }
    if (set.principals().contains(set.organisationId())) {
      return Decision.reject(
          OrganisationRejection.PRINCIPAL_IS_ITSELF,
          "Expected other organisations, but " + set.organisationId() + " is the one itself");
    }
    return set.principals().equals(state.principals)
        ? Decision.accept()
        : Decision.accept(new PrincipalsSet(set.organisationId(), set.principals()));
  }

  private static Decision<OrganisationEvent> setAgents(SetSalesAgents set, Organisation state) {
    if (!state.exists()) {
      return unknown(set.organisationId());
    }
    if (set.agents().stream().map(NamedAgent::channel).distinct().count() < set.agents().size()) {
      return Decision.reject(
          OrganisationRejection.CHANNEL_REPEATED, "Expected each channel once, but one repeats");
    }
    if (set.agents().stream().anyMatch(a -> a.organisationId().equals(set.organisationId()))) {
      return Decision.reject(
          OrganisationRejection.AGENT_IS_ORGANISER,
          "Expected other organisations, but one is the organiser");
    }
    return set.agents().equals(state.agents)
        ? Decision.accept()
        : Decision.accept(new SalesAgentsSet(set.organisationId(), set.agents()));
  }

  private static Decision<OrganisationEvent> setVoucherTerms(
      SetVoucherTerms set, Organisation state) {
    if (!state.exists()) {
      return unknown(set.organisationId());
    }
    if (!set.terms().isSensible()) {
      return Decision.reject(
          OrganisationRejection.INVALID_VOUCHER_TERMS,
          "Expected vouchers to be valid for "
              + VoucherTerms.LEAST_DAYS
              + " to "
              + VoucherTerms.MOST_DAYS
              + " days, but it is "
              + set.terms().validDays());
    }
    return set.terms().equals(state.vouchers)
        ? Decision.accept()
        : Decision.accept(new VoucherTermsSet(set.organisationId(), set.terms()));
  }

  private static Decision<OrganisationEvent> unknown(OrganisationId organisation) {
    return Decision.reject(
        OrganisationRejection.UNKNOWN_ORGANISATION,
        "Expected an organisation, but there is none with id " + organisation);
  }

  @Override
  public void evolve(Organisation state, OrganisationEvent event) {
    switch (event) {
      case OrganisationCreated created -> {
        state.id = created.organisationId();
        state.currency = created.currency();
      }
      case PaymentMethodsSet set -> state.methods = set.methods();
      case InvoicingSet set -> state.invoicing = set.terms();
      case PrincipalsSet set -> state.principals = set.principals();
      case SalesAgentsSet set -> state.agents = set.agents();
      case VoucherTermsSet set -> state.vouchers = set.terms();
    }
  }
}
