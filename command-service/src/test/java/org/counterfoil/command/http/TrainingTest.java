package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.venue.VenueEvent.VenueBooked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Copies of a performance to rehearse with: they book nothing, and no money is taken. */
@ExtendWith(SharedService.class)
class TrainingTest {

  private final Theatre theatre;

  TrainingTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private String training(String body) {
    String copy =
        theatre
            .admin()
            .post("/performances/" + theatre.performance + "/training-copies", body)
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + copy + "/onsale", "{}").expecting(202);
    return copy;
  }

  private Answer offers(String performance) {
    return theatre.buyer().get("/performances/" + performance + "/offers").expecting(200);
  }

  private Answer hold(String performance, String seat) {
    return theatre
        .buyer()
        .post("/performances/" + performance + "/holds", Theatre.seats(seat))
        .expecting(201);
  }

  private Answer order(String performance, String seat) {
    return theatre.order(theatre.buyer(), hold(performance, seat)).expecting(201);
  }

  @Test
  void aCopyIsMarked_andIsTheSameButForHowLongHoldsLast() {
    Answer copy = offers(training("{\"holdSeconds\":20}"));
    Answer first = offers(theatre.performance);

    assertThat(copy.json().at("/isTraining").asBoolean()).isTrue();
    assertThat(first.json().at("/isTraining").asBoolean()).isFalse();
    assertThat(copy.text("/startsAt")).isEqualTo(first.text("/startsAt"));
    assertThat(copy.text("/seatOrder")).isEqualTo(first.text("/seatOrder"));
    assertThat(copy.json().at("/offers")).isEqualTo(first.json().at("/offers"));
    assertThat(copy.json().at("/rules/holdSeconds").asInt()).isEqualTo(20);
    assertThat(first.json().at("/rules/holdSeconds").asInt()).isEqualTo(480);
  }

  @Test
  void aCopyBooksNoVenue_andAnotherPerformanceWould() {
    long before = bookings();
    training("{}");
    training("{}");
    assertThat(bookings()).isEqualTo(before);

    theatre.schedule().expecting(201);
    assertThat(bookings()).isEqualTo(before + 1);
  }

  private long bookings() {
    return theatre
        .service
        .log()
        .readStream(org.counterfoil.domain.venue.VenueId.of(theatre.venue).value())
        .stream()
        .filter(recorded -> recorded.envelope().payload() instanceof VenueBooked)
        .count();
  }

  @Test
  void aCopyIsNotCopied() {
    String copy = training("{}");

    assertThat(theatre.admin().post("/performances/" + copy + "/training-copies", "{}").outcome())
        .isEqualTo("409 PERFORMANCE_IS_TRAINING");
    assertThat(
            theatre
                .admin()
                .post(
                    "/performances/" + copy + "/copies",
                    "{\"startsAt\":[\"2030-01-01T00:00:00Z\"]}")
                .outcome())
        .isEqualTo("409 PERFORMANCE_IS_TRAINING");
  }

  @Test
  void onlyTheSimulatedProviderIsPaid_neitherTillNorTerminal() {
    String copy = training("{}");
    Answer order = order(copy, "ORCH-A-1");

    assertThat(theatre.pay(theatre.staff(), order, "CASH", 2_500).outcome())
        .isEqualTo("409 PERFORMANCE_IS_TRAINING");
    Answer byStaff = theatre.pay(theatre.staff(), order, "CARD", 2_500, "AUTO").expecting(201);
    assertThat(byStaff.text("/state")).as("not the terminal").isEqualTo("PENDING");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> theatre.look(order).text("/state").equals("COMPLETED"));
    assertThat(theatre.look(order).json().at("/tickets/0/isTraining").asBoolean()).isTrue();

    Answer real = order(theatre.performance, "ORCH-A-1");
    assertThat(theatre.pay(theatre.staff(), real, "CASH", 2_500).expecting(201).text("/state"))
        .as("what takes place is paid at the till")
        .isEqualTo("CAPTURED");
    assertThat(theatre.look(real).json().at("/tickets/0/isTraining").asBoolean()).isFalse();
  }
}
