package org.counterfoil.domain.privacy.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.register.RegisterCommand.DeclarePurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.SetPublicForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What forms ask, and what an organisation may say that they ask. */
class PublicFormTest {

  private final RegisterDecider decider = new RegisterDecider();
  private final Register register = new Register();

  private String handle(RegisterCommand command) {
    Decision<RegisterEvent> decision = decider.decide(command, register, NOW);
    if (decision instanceof Decision.Accepted<RegisterEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(register, event));
    }
    return DecisionTable.answer(decision);
  }

  private void declare(String key, DpvPurpose dpv, LawfulBasis basis) {
    Purpose purpose =
        new Purpose(
            new PurposeKey(key),
            new PublicLabel(key),
            dpv,
            basis,
            null,
            List.of(PersonalField.EMAIL),
            List.of(),
            new Retention(RetentionStart.LAST_CONTACT, new RetentionPeriod("P3Y")),
            false);
    assertThat(handle(new DeclarePurpose(ORGANISATION, purpose))).isEqualTo("PurposeDeclared");
  }

  private void declareAll() {
    declare("tickets", DpvPurpose.SELL_PRODUCTS_TO_DATA_SUBJECT, LawfulBasis.CONTRACT);
    declare("news", DpvPurpose.DIRECT_MARKETING, LawfulBasis.CONSENT);
    declare("similar", DpvPurpose.DIRECT_MARKETING, LawfulBasis.LEGITIMATE_INTEREST);
    declare("account", DpvPurpose.ACCOUNT_MANAGEMENT, LawfulBasis.CONTRACT);
    declare("invoice", DpvPurpose.LEGAL_COMPLIANCE, LawfulBasis.LEGAL_OBLIGATION);
    declare("staff", DpvPurpose.PERSONNEL_MANAGEMENT, LawfulBasis.CONTRACT);
  }

  private List<String> asked(PublicForm form) {
    return register.askedOn(form).stream().map(purpose -> purpose.key().value()).toList();
  }

  @ParameterizedTest
  @CsvSource({
    "ORDER, tickets news similar, false",
    "NEWSLETTER, news, true",
    "ACCOUNT, news account, true"
  })
  void aFormAsksWhatItsOccasionIsFor(PublicForm form, String purposes, boolean isConfirmed) {
    declareAll();

    assertThat(asked(form)).containsExactly(purposes.split(" "));
    assertThat(register.isConfirmed(form)).isEqualTo(isConfirmed);
  }

  /** Every form with every kind of purpose. */
  @ParameterizedTest
  @CsvSource({
    "ORDER,      tickets, PublicFormSet",
    "ORDER,      news,    PublicFormSet",
    "ORDER,      similar, PublicFormSet",
    "ORDER,      invoice, PublicFormSet",
    "ORDER,      unknown, UNKNOWN_PURPOSE",
    "NEWSLETTER, tickets, NOT_BY_CONSENT",
    "NEWSLETTER, news,    PublicFormSet",
    "NEWSLETTER, similar, NOT_BY_CONSENT",
    "NEWSLETTER, invoice, NOT_BY_CONSENT",
    "NEWSLETTER, unknown, UNKNOWN_PURPOSE",
    "ACCOUNT,    tickets, PublicFormSet",
    "ACCOUNT,    news,    PublicFormSet",
    "ACCOUNT,    similar, NOT_BY_CONSENT",
    "ACCOUNT,    invoice, PublicFormSet",
    "ACCOUNT,    unknown, UNKNOWN_PURPOSE"
  })
  void anOrganisationSaysWhatAFormAsks(PublicForm form, String purpose, String answer) {
    declareAll();
    SetPublicForm set =
        new SetPublicForm(ORGANISATION, form, List.of(new PurposeKey(purpose)), false);
    List<String> before = asked(form);

    assertThat(handle(set)).isEqualTo(answer);

    boolean isSet = answer.equals("PublicFormSet");
    assertThat(asked(form)).isEqualTo(isSet ? List.of(purpose) : before);
    assertThat(handle(set)).isEqualTo(isSet ? "nothing" : answer);
    Stream.of(PublicForm.values())
        .filter(other -> other != form)
        .forEach(other -> assertThat(asked(other)).hasSizeGreaterThan(0));
  }

  @Test
  void whatWasSaidCanBeTakenBack() {
    declareAll();
    handle(new SetPublicForm(ORGANISATION, PublicForm.ORDER, List.of(), true));
    assertThat(asked(PublicForm.ORDER)).isEmpty();
    assertThat(register.isConfirmed(PublicForm.ORDER)).isTrue();

    handle(new SetPublicForm(ORGANISATION, PublicForm.ORDER, null, false));

    assertThat(asked(PublicForm.ORDER)).containsExactly("tickets", "news", "similar");
    assertThat(register.isConfirmed(PublicForm.ORDER)).isFalse();
  }

  @Test
  void eachFormHasAName() {
    for (PublicForm form : PublicForm.values()) {
      assertThat(PublicForm.of(form.key())).contains(form);
    }
    assertThat(PublicForm.of("ORDER")).isEmpty();
  }
}
