package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.venue.VenueEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A performance takes place, is moved or is cancelled. */
@ExtendWith(SharedService.class)
class StageTest {

  private final RunningService service;
  private final Theatre theatre;
  private final String path;

  StageTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.path = "/performances/" + theatre.performance;
  }

  @Test
  void whatTookPlaceIsNotSoldAndNotCancelled_andWhatWasHeldIsGivenBack() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);

    Answer completed = theatre.admin().post(path + "/completion", "").expecting(200);

    assertThat(completed.text("/state")).isEqualTo("COMPLETED");
    assertThat(
            theatre
                .buyer()
                .with("Hold-Secret", hold.text("/holdSecret"))
                .get("/holds/" + hold.text("/holdId"))
                .text("/state"))
        .isEqualTo("RELEASED");
    assertThat(theatre.order(theatre.buyer(), hold).outcome()).isEqualTo("410 HOLD_RELEASED");
    assertThat(theatre.hold(theatre.staff(), "ORCH-A-1").outcome())
        .isEqualTo("409 ONSALE_NOT_OPEN");
    assertThat(cancel("ILLNESS").outcome()).isEqualTo("409 PERFORMANCE_COMPLETED");
    assertThat(theatre.admin().post(path + "/onsale", "{}").outcome())
        .isEqualTo("409 PERFORMANCE_COMPLETED");
    assertThat(theatre.admin().post(path + "/completion", "").status()).as("again").isEqualTo(200);
    assertThat(theatre.buyer().get(path + "/offers").text("/state")).isEqualTo("COMPLETED");
  }

  @Test
  void aCancelledPerformanceSellsNothing_andNeverTookPlace() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);

    cancel("WEATHER").expecting(202);

    assertThat(theatre.look(order).text("/state")).isEqualTo("LAPSED");
    assertThat(theatre.hold(theatre.staff(), "ORCH-A-2").outcome())
        .isEqualTo("409 PERFORMANCE_CANCELLED");
    assertThat(theatre.admin().post(path + "/completion", "").outcome())
        .isEqualTo("409 PERFORMANCE_CANCELLED");
    assertThat(reschedule(future(90)).outcome()).isEqualTo("409 PERFORMANCE_CANCELLED");
    assertThat(cancel("STRIKE").expecting(202).text("/jobId")).isEqualTo(theatre.performance);
  }

  @Test
  void aCancelledPerformanceLeavesItsVenueToAnother() {
    Answer first = theatre.buyer().get(path + "/offers").expecting(200);
    String other = theatre.performanceWish(first.text("/startsAt"), Theatre.PRICES, "");
    assertThat(theatre.schedule(other).outcome()).isEqualTo("409 VENUE_OCCUPIED");

    cancel("ILLNESS").expecting(202);

    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(theatre.schedule(other).status()).isEqualTo(201));
  }

  @Test
  void aPerformanceMovesWithItsVenue_unlessAnotherIsThere() {
    String other = theatre.schedule().expecting(201).text("/performanceId");
    Instant taken =
        Instant.parse(theatre.buyer().get("/performances/" + other + "/offers").text("/startsAt"));
    Instant free = future(200);

    assertThat(reschedule(taken).outcome()).isEqualTo("409 VENUE_OCCUPIED");
    assertThat(reschedule(Instant.parse("2001-01-01T00:00:00Z")).outcome())
        .isEqualTo("409 STARTS_IN_THE_PAST");
    Answer moved = reschedule(free).expecting(200);

    assertThat(moved.text("/endsAt")).as("as long").isEqualTo(free.plusSeconds(10_800).toString());
    assertThat(theatre.buyer().get(path + "/offers").text("/startsAt")).isEqualTo(free.toString());
    long bookings = venueEvents();
    reschedule(free).expecting(200);
    assertThat(venueEvents()).as("again, nothing moves").isEqualTo(bookings);
    assertThat(
            theatre
                .schedule(theatre.performanceWish(free.toString(), Theatre.PRICES, ""))
                .outcome())
        .isEqualTo("409 VENUE_OCCUPIED");
    assertThat(theatre.hold(theatre.buyer(), "ORCH-A-1").status()).isEqualTo(201);
  }

  private Instant future(int days) {
    return service.clock().instant().plus(Duration.ofDays(days)).truncatedTo(ChronoUnit.SECONDS);
  }

  private Answer cancel(String reason) {
    return theatre
        .admin()
        .post(path + "/cancellation", "{\"reasonCode\":\"%s\"}".formatted(reason));
  }

  private Answer reschedule(Instant startsAt) {
    return theatre.admin().post(path + "/reschedule", "{\"startsAt\":\"%s\"}".formatted(startsAt));
  }

  private long venueEvents() {
    return service.log().readStream(UUID.fromString(theatre.venue)).stream()
        .filter(recorded -> recorded.envelope().payload() instanceof VenueEvent)
        .count();
  }
}
