package org.counterfoil.query.accounts.passes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Passes are listed with the uses that are left, as they stood at any moment. */
class PassesTest {

  private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");
  private static final Instant END = MORNING.plus(Duration.ofDays(365));

  private static final PassTerms TEN =
      new PassTerms(
          new PassOfferCode("TEN"),
          new PublicLabel("Carte 10 places"),
          10,
          new Money(1_800, Currency.getInstance("EUR")),
          new TaxRate("5.5"),
          null,
          365,
          null);

  private final RunningQueryService service = RunningQueryService.shared();
  private final Till till =
      new Till(
          service.log(), ZoneId.of("Europe/Paris"), MonthDay.of(1, 1), LocalTime.MIDNIGHT, MORNING);
  private final PassId pass = new PassId(UUID.randomUUID());
  private final OrderId order = new OrderId(UUID.randomUUID());
  private final PerformanceId performance = new PerformanceId(UUID.randomUUID());

  @Test
  void aPassIsListedAsItStood_andWhatNobodyUsedIsBookedWhenItsTimeIsOver() {
    issue(pass, MORNING);
    issue(new PassId(UUID.randomUUID()), MORNING.plusSeconds(1));
    use(3, MORNING.plusSeconds(60));
    long used = service.log().last();
    till.write(
        MORNING.plusSeconds(90),
        new PassPaymentGivenUp(pass, till.organisation(), order, new PaymentId(UUID.randomUUID())));
    till.write(
        MORNING.plusSeconds(120),
        new PassUsesReturned(
            pass,
            till.organisation(),
            order,
            performance,
            new RefundId(UUID.randomUUID()),
            TEN.uses(1),
            END.plusSeconds(1)));
    till.write(END.plusSeconds(1), new PassExpired(pass, till.organisation(), TEN.uses(8)));

    JsonNode then = get("/passes?asOf=" + used).at("/items/1");
    assertThat(then.at("/passId").asString()).isEqualTo(pass.toString());
    assertThat(then.at("/usesLeft").asInt()).isEqualTo(7);
    assertThat(then.at("/deferredMinor").asLong()).as("7 × 17.06").isEqualTo(11_942);
    assertThat(then.at("/expiresAt").asString()).isEqualTo(END.toString());
    JsonNode now = get("/passes").at("/items/1");
    assertThat(now.at("/pass").asString()).isEqualTo("TEN");
    assertThat(now.at("/amountMinor").asLong()).isEqualTo(18_000);
    assertThat(now.at("/uses").asInt()).isEqualTo(10);
    assertThat(now.at("/used").asInt()).isEqualTo(3);
    assertThat(now.at("/returned").asInt()).isEqualTo(1);
    assertThat(now.at("/unused").asInt()).isEqualTo(8);
    assertThat(now.at("/usesLeft").asInt()).isZero();
    assertThat(now.at("/deferredMinor").asLong()).isZero();
    assertThat(now.at("/expiresAt").asString()).isEqualTo(END.plusSeconds(1).toString());
    JsonNode entries = get("/journal").at("/items");
    JsonNode entry = entries.get(entries.size() - 1);
    assertThat(entry.at("/label").asString()).isEqualTo("Abonnement non utilisé, " + pass);
    assertThat(entry.at("/lines/0/account").asString()).isEqualTo("4871");
    assertThat(entry.at("/lines/1/account").asString()).isEqualTo("7068");
    assertThat(entry.at("/lines/1/creditMinor").asLong()).as("8 × 17.06").isEqualTo(13_648);
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
    assertThat(
            service
                .get(
                    "/organisations/"
                        + till.organisation()
                        + "/accounts/passes?from=2026-12-01&lang=fr",
                    service.upToDate(service.token(Role.ACCOUNTANT, till.organisation())))
                .body())
        .contains("Abonnements et cartes", "Carte 10 places", "180,00\u00a0€");
  }

  @Test
  void theyAreListedByDay_andPageByPage() {
    issue(pass, MORNING);
    PassId next = new PassId(UUID.randomUUID());
    issue(next, MORNING.plus(Duration.ofDays(1)));

    JsonNode first = get("/passes?limit=1");
    JsonNode second = get("/passes?limit=1&cursor=" + first.at("/nextCursor").asString());

    assertThat(first.get("items").size()).isEqualTo(1);
    assertThat(first.at("/items/0/passId").asString()).isEqualTo(next.toString());
    assertThat(second.at("/items/0/passId").asString()).isEqualTo(pass.toString());
    assertThat(get("/passes?to=2026-12-01").get("items").size()).isEqualTo(1);
    assertThat(get("/passes?from=2026-12-03").get("items").size()).isZero();
  }

  private void issue(PassId id, Instant at) {
    till.write(at, new PassIssued(id, till.organisation(), order, TEN, TEN.uses(10), END));
  }

  private void use(int uses, Instant at) {
    till.write(
        at,
        new PassUsed(
            pass,
            till.organisation(),
            order,
            performance,
            new PaymentId(UUID.randomUUID()),
            TEN.uses(uses)));
  }

  private JsonNode get(String path) {
    Role role = path.startsWith("/passes") ? Role.BOX_OFFICE : Role.ACCOUNTANT;
    var response =
        service.get(
            "/api/v1/accounting/" + till.organisation() + path,
            service.upToDate(service.token(role, till.organisation())));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }
}
