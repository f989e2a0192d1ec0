package org.counterfoil.domain.privacy.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.util.Collections;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.privacy.controller.ControllerCommand.DescribeControllership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the register says of the controller, and in which nobody can be written. */
class ControllerDeciderTest {

  private static final ThirdCountryTransfer TRANSFER =
      new ThirdCountryTransfer(
          new PublicLabel("Envoyeur Inc."),
          new CountryCode("US"),
          TransferSafeguard.ADEQUACY_DECISION);

  private final ControllerDecider decider = new ControllerDecider();
  private final Controllership state = new Controllership();

  private String describe(List<ThirdCountryTransfer> transfers, int measures) {
    Decision<ControllerEvent> decision =
        decider.decide(
            new DescribeControllership(
                ORGANISATION,
                new ControllerDescription(
                    new PublicLabel("4 quai du Lac, 74200 Thonon-les-Bains"),
                    new PublicContact("contact@theatre.example"),
                    new PublicContact("dpo@theatre.example"),
                    null,
                    List.of(),
                    transfers,
                    Collections.nCopies(measures, new PublicLabel("Armoire fermée à clé")))),
            state,
            NOW);
    if (decision instanceof Decision.Accepted<ControllerEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(state, event));
    }
    return DecisionTable.answer(decision);
  }

  @Test
  void whatIsDescribedReplacesWhatWas_andRepeatingItChangesNothing() {
    assertThat(describe(List.of(TRANSFER), 50)).isEqualTo("ControllerDescribed");
    assertThat(describe(List.of(TRANSFER), 50)).isEqualTo("nothing");
    assertThat(describe(List.of(), 0)).isEqualTo("ControllerDescribed");
    assertThat(describe(List.of(TRANSFER, TRANSFER), 0)).isEqualTo("TRANSFER_REPEATED");
    assertThat(describe(List.of(), 51)).isEqualTo("TOO_MANY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dpo@theatre.example",
        "rgpd@scenes.co.example",
        "https://theatre.example/donnees-personnelles"
      })
  void aFunctionIsReached(String contact) {
    assertThat(new PublicContact(contact).value()).isEqualTo(contact);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jeanne.martin@theatre.example",
        "dpo@",
        "dpo@theatre",
        "http://theatre.example",
        "https://theatre.example/?who=jeanne",
        "https://jeanne@theatre.example/",
        "+33 6 12 34 56 78",
        "Jeanne Martin"
      })
  void aPersonIsNot(String contact) {
    assertThatThrownBy(() -> new PublicContact(contact)).isInstanceOf(InvalidText.class);
  }
}
