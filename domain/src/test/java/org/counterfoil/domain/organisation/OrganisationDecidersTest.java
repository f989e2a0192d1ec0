package org.counterfoil.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.NetworkCommand.CreateNetwork;
import org.counterfoil.domain.organisation.NetworkCommand.JoinNetwork;
import org.counterfoil.domain.organisation.OrganisationCommand.CreateOrganisation;
import org.counterfoil.domain.organisation.OrganisationCommand.SetInvoicing;
import org.counterfoil.domain.organisation.OrganisationCommand.SetPaymentMethods;
import org.counterfoil.domain.organisation.OrganisationCommand.SetPrincipals;
import org.counterfoil.domain.organisation.OrganisationCommand.SetSalesAgents;
import org.counterfoil.domain.organisation.OrganisationCommand.SetVoucherTerms;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrganisationDecidersTest {

  private static final NetworkId NETWORK = new NetworkId(Theatre.id(50));
  private static final PublicLabel NAME = new PublicLabel("Agglomération");
  private static final PaymentMethod VOUCHER = new PaymentMethod("VOUCHER");

  private static final OrganisationId OTHER = new OrganisationId(Theatre.id(77));

  private final OrganisationDecider decider = new OrganisationDecider();
  private final Organisation organisation = new Organisation();
  private final NetworkDecider networks = new NetworkDecider();
  private final Network network = new Network();

  private static SetInvoicing invoicing(int addressLines, int days, long fee) {
    return new SetInvoicing(
        ORGANISATION,
        new InvoicingTerms(Collections.nCopies(addressLines, NAME), null, null, days, NAME, fee));
  }

  @ParameterizedTest
  @ValueSource(strings = {"FR7630006000011234567890189", "DE89370400440532013000"})
  void accountsForTransfersHaveCheckDigits(String iban) {
    assertThat(new Iban(iban).grouped()).startsWith(iban.substring(0, 4) + " ");
    String wrong = iban.substring(0, iban.length() - 1) + (iban.endsWith("9") ? "8" : "9");
    assertThatThrownBy(() -> new Iban(wrong)).isInstanceOf(InvalidText.class);
  }

  @Test
  void everyCommandOnEveryState() {
    assertThat(answer(methods(PaymentMethod.CASH))).isEqualTo("UNKNOWN_ORGANISATION");
    assertThat(answer(new SetPrincipals(ORGANISATION, List.of(OTHER))))
        .isEqualTo("UNKNOWN_ORGANISATION");
    assertThat(answer(invoicing(1, 30, 4_000))).isEqualTo("UNKNOWN_ORGANISATION");
    assertThatThrownBy(organisation::currency).isInstanceOf(IllegalStateException.class);
    assertThat(answer(terms(90))).isEqualTo("UNKNOWN_ORGANISATION");
    assertThat(organisation.vouchers().validDays()).isEqualTo(365);
    assertThat(answer(create())).isEqualTo("OrganisationCreated");
    assertThat(answer(create())).isEqualTo("ORGANISATION_EXISTS");
    assertThat(organisation.currency()).isEqualTo(EUR);
    assertThat(answer(methods(PaymentMethod.CASH, VOUCHER))).isEqualTo("PaymentMethodsSet");
    assertThat(answer(methods(PaymentMethod.CASH, VOUCHER))).as("again").isEqualTo("nothing");
    assertThat(answer(methods(VOUCHER, VOUCHER))).isEqualTo("PAYMENT_METHOD_REPEATED");
    assertThat(answer(new SetPrincipals(ORGANISATION, List.of(OTHER)))).isEqualTo("PrincipalsSet");
    NamedAgent agent = new NamedAgent(new AgentChannel("OFFICE"), OTHER);
    assertThat(answer(new SetSalesAgents(ORGANISATION, List.of(agent))))
        .isEqualTo("SalesAgentsSet");
    assertThat(answer(new SetSalesAgents(ORGANISATION, List.of(agent)))).isEqualTo("nothing");
    assertThat(answer(new SetSalesAgents(ORGANISATION, List.of(agent, agent))))
        .isEqualTo("CHANNEL_REPEATED");
    assertThat(
            answer(
                new SetSalesAgents(
                    ORGANISATION, List.of(new NamedAgent(agent.channel(), ORGANISATION)))))
        .isEqualTo("AGENT_IS_ORGANISER");
    assertThat(answer(new SetPrincipals(ORGANISATION, List.of(OTHER)))).isEqualTo("nothing");
    assertThat(answer(new SetPrincipals(ORGANISATION, List.of(OTHER, OTHER))))
        .isEqualTo("PRINCIPAL_REPEATED");
    assertThat(answer(new SetPrincipals(ORGANISATION, List.of(ORGANISATION))))
        .isEqualTo("PRINCIPAL_IS_ITSELF");
    assertThat(answer(invoicing(1, 60, 0))).isEqualTo("InvoicingSet");
    assertThat(answer(invoicing(1, 60, 0))).isEqualTo("nothing");
    assertThat(answer(invoicing(6, 0, 4_000))).isEqualTo("InvoicingSet");
    assertThat(answer(invoicing(0, 30, 4_000))).isEqualTo("INVOICING_INCOMPLETE");
    assertThat(answer(invoicing(7, 30, 4_000))).isEqualTo("INVOICING_INCOMPLETE");
    assertThat(answer(invoicing(1, 61, 4_000))).isEqualTo("INVOICING_INCOMPLETE");
    assertThat(answer(invoicing(1, -1, 4_000))).isEqualTo("INVOICING_INCOMPLETE");
    assertThat(answer(invoicing(1, 30, -1))).isEqualTo("INVOICING_INCOMPLETE");
    assertThat(organisation.invoicing()).isEqualTo(invoicing(6, 0, 4_000).terms());
    assertThat(organisation.sellsFor(OTHER)).isTrue();
    assertThat(organisation.sellsFor(ORGANISATION)).isFalse();
    assertThat(answer(terms(90))).isEqualTo("VoucherTermsSet");
    assertThat(answer(terms(90))).as("again").isEqualTo("nothing");
    assertThat(answer(terms(29))).isEqualTo("INVALID_VOUCHER_TERMS");
    assertThat(answer(terms(3_651))).isEqualTo("INVALID_VOUCHER_TERMS");
    assertThat(organisation.vouchers().validDays()).isEqualTo(90);
    TaxRate shows = new TaxRate("5.5");
    SetVoucherTerms taxed = new SetVoucherTerms(ORGANISATION, new VoucherTerms(90, shows));
    assertThat(answer(taxed)).as("single-purpose from now on").isEqualTo("VoucherTermsSet");
    assertThat(organisation.vouchers().taxRate()).isEqualTo(shows);
    assertThat(DecisionTable.recordsOf(OrganisationCommand.class)).hasSize(6);
  }

  private static SetVoucherTerms terms(int validDays) {
    return new SetVoucherTerms(ORGANISATION, new VoucherTerms(validDays, null));
  }

  @Test
  void whatWasSetIsAcceptedAndNothingElse() {
    answer(create());
    assertThat(PaymentMethod.USUAL).allMatch(organisation::accepts);
    assertThat(organisation.accepts(VOUCHER)).isFalse();

    answer(methods(VOUCHER));

    assertThat(organisation.accepts(VOUCHER)).isTrue();
    assertThat(PaymentMethod.USUAL).noneMatch(organisation::accepts);
  }

  @Test
  void theEventHoldsWhatWasAsked() {
    CreateOrganisation create = create();
    OrganisationCreated created =
        (OrganisationCreated) Then.events(decider.decide(create, organisation, NOW)).getFirst();

    assertThat(created).usingRecursiveComparison().isEqualTo(create);
  }

  @Test
  void everyCommandOnEveryStateOfANetwork() {
    JoinNetwork join = new JoinNetwork(NETWORK, ORGANISATION);
    CreateNetwork create = new CreateNetwork(NETWORK, NAME);

    assertThat(answer(join)).isEqualTo("UNKNOWN_NETWORK");
    assertThat(answer(create)).isEqualTo("NetworkCreated");
    assertThat(answer(create)).as("again").isEqualTo("nothing");
    assertThat(answer(join)).isEqualTo("OrganisationJoined");
    assertThat(answer(join)).as("again").isEqualTo("nothing");
    assertThat(DecisionTable.recordsOf(NetworkCommand.class)).hasSize(2);
  }

  private String answer(OrganisationCommand command) {
    var decision = decider.decide(command, organisation, NOW);
    String answer = DecisionTable.answer(decision);
    if (decision instanceof Decision.Accepted<OrganisationEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(organisation, event));
    }
    return answer;
  }

  private String answer(NetworkCommand command) {
    var decision = networks.decide(command, network, NOW);
    if (decision instanceof Decision.Accepted<NetworkEvent> accepted) {
      accepted.events().forEach(event -> networks.evolve(network, event));
    }
    return DecisionTable.answer(decision);
  }

  private static SetPaymentMethods methods(PaymentMethod... methods) {
    return new SetPaymentMethods(
        ORGANISATION,
        Arrays.stream(methods)
            .map(method -> new AcceptedMethod(method, new AccountNumber("511")))
            .toList());
  }

  private static CreateOrganisation create() {
    return new CreateOrganisation(
        ORGANISATION,
        NAME,
        new PublicLabel("Agglomération SA"),
        new CountryCode("FR"),
        EUR,
        ZoneId.of("Europe/Paris"),
        new RegistrationNumber("732829320"),
        null,
        null,
        new PublicContact("dpo@agglomeration.example"),
        MonthDay.of(9, 1),
        LocalTime.of(2, 0));
  }
}
