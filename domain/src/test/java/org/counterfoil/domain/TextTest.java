package org.counterfoil.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.reservation.ReservationReference;
import org.counterfoil.domain.seating.PlanHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Codes: one form each, checked where they enter. */
class TextTest {

  /** A type, what it takes and what it does not. */
  record Form(String name, Function<String, Text> make, List<String> good, List<String> bad) {
    @Override
    public String toString() {
      return name;
    }
  }

  static List<Form> forms() {
    return List.of(
        new Form(
            "PaymentMethod",
            PaymentMethod::new,
            List.of("CARD", "PASS_CULTURE", "A", "A".repeat(32)),
            List.of("card", "1A", "", "A".repeat(33), "A B", "CARD\n")),
        new Form(
            "AccountNumber",
            AccountNumber::new,
            List.of("511", "445710", "411DUPONT1"),
            List.of("51", "5A1", "", "511 ", "511000000000000000000")),
        new Form("CountryCode", CountryCode::new, List.of("FR"), List.of("fr", "FRA", "F", "")),
        new Form(
            "RegistrationNumber",
            RegistrationNumber::new,
            List.of("732829320", "FR 40 303265045", "2-1012345", "L-R-21-1234"),
            List.of("", " 1", "abc", "A".repeat(41))),
        new Form(
            "PaymentReference",
            PaymentReference::new,
            List.of("TPE-4711", "-", "A".repeat(35)),
            List.of("", "tpe", "A".repeat(36), "A_B", "A B")),
        new Form(
            "ReservationReference",
            ReservationReference::new,
            List.of("SCHOOL-2026-14", "-", "A".repeat(35)),
            List.of("", "Mme Durand", "A".repeat(36), "A_B", "a")),
        new Form(
            "ProviderName",
            ProviderName::new,
            List.of("simulated", "a", "x-1"),
            List.of("", "Simulated", "1x", "a_b", "a".repeat(33))),
        new Form(
            "PriceTypeCode",
            PriceTypeCode::new,
            List.of("FULL", "18-25", "A_B"),
            List.of("", "full", "-A", "A".repeat(33))),
        new Form(
            "SalesChannel",
            SalesChannel::new,
            List.of("WEB", "FNAC-1"),
            List.of("", "web", "_A", "A".repeat(33))),
        new Form(
            "PlanHash",
            PlanHash::new,
            List.of("0123456789abcdef".repeat(4)),
            List.of("", "0123", "0123456789ABCDEF".repeat(4), "0".repeat(65))));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aCodeHasItsForm(Form form) {
    for (String good : form.good()) {
      assertThat(form.make().apply(good).value()).isEqualTo(good);
      assertThat(form.make().apply(good)).hasToString(good);
      assertThat(form.make().apply(good)).isEqualTo(form.make().apply(good));
    }
    for (String bad : form.bad()) {
      assertThatThrownBy(() -> form.make().apply(bad))
          .as(bad)
          .isInstanceOf(InvalidText.class)
          .hasMessageMatching("Expected .+ of the form .+ such as .+, but it is not");
    }
  }

  @Test
  void anActorIsReadAsItIsWritten() {
    for (Actor.Kind kind : Actor.Kind.values()) {
      Actor actor = new Actor(kind, UUID.fromString("018f0000-0000-7000-8000-000000000001"));
      assertThat(Actor.parse(actor.toString())).isEqualTo(actor);
    }
    assertThat(Actor.parse(Actor.SYSTEM.toString())).isEqualTo(Actor.SYSTEM);
  }
}
