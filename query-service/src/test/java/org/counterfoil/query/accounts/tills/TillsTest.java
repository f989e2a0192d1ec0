package org.counterfoil.query.accounts.tills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.accounting.TillEvent.TillBanked;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Till sessions are listed as far as they had come, and what was missing is booked. */
class TillsTest {

  private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");
  private static final Actor KEEPER = new Actor(Actor.Kind.OPERATOR, new UUID(7, 8));

  private final RunningQueryService service = RunningQueryService.shared();
  private final Till till =
      new Till(
          service.log(), ZoneId.of("Europe/Paris"), MonthDay.of(1, 1), LocalTime.MIDNIGHT, MORNING);
  private final String token = service.token(Role.ACCOUNTANT, till.organisation());

  @Test
  void aSessionIsListedAsFarAsItHadCome() {
    till.write(MORNING, new TillOpened(till.organisation(), 1, KEEPER, 15_000));
    till.write(MORNING, new TillOpened(till.organisation(), 2, Actor.SYSTEM, 0));
    long opened = service.log().last();
    till.write(
        MORNING.plusSeconds(60),
        new TillCounted(till.organisation(), 1, 15_000, opened, 2_500, 17_000));
    long counted = service.log().last();
    till.write(MORNING.plusSeconds(120), new TillBanked(till.organisation(), 1, 2_000));
    till.write(
        MORNING.plusSeconds(180),
        new BankingArrived(till.organisation(), 1, 2_000, LocalDate.of(2026, 12, 3)));

    assertThat(get("/till-sessions").get("items").size()).isEqualTo(2);
    assertThat(get("/till-sessions").at("/items/0/state").asString()).isEqualTo("OPEN");
    assertThat(get("/till-sessions?asOf=" + opened).at("/items/1/state").asString())
        .isEqualTo("OPEN");
    JsonNode then = get("/till-sessions?asOf=" + counted).at("/items/1");
    assertThat(then.at("/state").asString()).isEqualTo("COUNTED");
    assertThat(then.at("/differenceMinor").asLong()).isEqualTo(-500);
    assertThat(then.has("bankedMinor")).isFalse();
    JsonNode now = get("/till-sessions").at("/items/1");
    assertThat(now.at("/state").asString()).isEqualTo("ARRIVED");
    assertThat(now.at("/keeper").asString()).isEqualTo(KEEPER.toString());
    assertThat(now.at("/bankedMinor").asLong()).isEqualTo(2_000);
    assertThat(now.at("/arrivedOn").asString()).isEqualTo("2026-12-03");
    JsonNode entries = get("/journal").get("items");
    assertThat(entries.size()).as("nothing is booked of what is as it should be").isEqualTo(3);
    assertThat(entries.at("/0/label").asString()).isEqualTo("Écart de caisse, session n° 1");
    assertThat(entries.at("/2/label").asString())
        .isEqualTo("Espèces créditées par la banque, session n° 1, le 03/12/2026");
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
    assertThat(
            service
                .get(
                    "/organisations/"
                        + till.organisation()
                        + "/accounts/tills?from=2026-12-01&lang=fr",
                    service.upToDate(token))
                .body())
        .contains("Ouverte", "En banque", "150,00\u00a0€", "-5,00\u00a0€", "3 déc. 2026");
  }

  private JsonNode get(String path) {
    var response =
        service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(token));
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }
}
