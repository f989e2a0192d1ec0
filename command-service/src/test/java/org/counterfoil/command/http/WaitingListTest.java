package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who waits for a sold-out performance is offered what comes back, in the order of joining. */
class WaitingListTest {

  private static RunningService service;

  private final Theatre theatre = Theatre.in(service);

  @BeforeAll
  static void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private String at(String path) {
    return "/performances/" + theatre.performance + path;
  }

  private Answer hold(Api caller, String area, int quantity) {
    return caller.post(at("/holds"), "{\"area\":\"%s\",\"quantity\":%d}".formatted(area, quantity));
  }

  private Answer join(String zone, int quantity) {
    return theatre
        .buyer()
        .post(at("/waiting-list"), "{\"zone\":\"%s\",\"quantity\":%d}".formatted(zone, quantity));
  }

  private Answer standing(Answer entry) {
    return theatre
        .buyer()
        .with("Waiting-List-Secret", entry.text("/waitingListSecret"))
        .get("/waiting-list/" + entry.text("/entryId"))
        .expecting(200);
  }

  private void release(Answer hold) {
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);
  }

  @Test
  void whatComesBackIsOfferedToWhoJoinedFirst_andWhatIsNotTakenToTheNext() {
    Answer all = hold(theatre.staff(), "PIT", 48).expecting(201);
    Answer last = hold(theatre.buyer(), "PIT", 2).expecting(201);
    Answer first = join("FLOOR", 2).expecting(201);
    Answer second = join("FLOOR", 2).expecting(201);
    assertThat(standing(second).json().at("/place").asInt()).isEqualTo(2);
    assertThat(standing(second).json().at("/placesAhead").asInt()).isEqualTo(2);

    release(last);

    Answer offered = standing(first);
    assertThat(offered.text("/state")).isEqualTo("OFFERED");
    assertThat(standing(second).json().at("/place").asInt()).isEqualTo(1);
    assertThat(hold(theatre.buyer(), "PIT", 1).outcome()).isEqualTo("409 NOT_ENOUGH_SEATS");
    assertThat(
            theatre
                .buyer()
                .with("Hold-Secret", offered.text("/offer/holdSecret"))
                .get("/holds/" + offered.text("/offer/holdId"))
                .text("/state"))
        .isEqualTo("PLACED");

    theatre
        .buyer()
        .with("Hold-Secret", all.text("/holdSecret"))
        .post("/holds/" + all.text("/holdId") + "/extension", null)
        .expecting(200);
    service.clock().advance(Duration.ofMinutes(8));

    await().until(() -> standing(second).text("/state").equals("OFFERED"));
    assertThat(standing(first).text("/state")).isEqualTo("LAPSED");
    assertThat(hold(theatre.buyer(), "PIT", 1).outcome()).isEqualTo("409 NOT_ENOUGH_SEATS");
  }

  @Test
  void whatAChannelsBuyerIsOfferedCountsForTheLimit() {
    Api channel = Api.of(service).as(theatre.token("CHANNEL"));
    String anna = ",\"buyerKey\":\"anna@example.org\"}";
    channel.post(at("/holds"), "{\"area\":\"PIT\",\"quantity\":8" + anna).expecting(201);
    hold(theatre.staff(), "PIT", 38).expecting(201);
    Answer last = hold(theatre.buyer(), "PIT", 4).expecting(201);
    String two = "{\"zone\":\"FLOOR\",\"quantity\":2" + anna;

    Answer entry = channel.post(at("/waiting-list"), two).expecting(201);
    assertThat(channel.post(at("/waiting-list"), two).outcome())
        .as("what is waited for counts")
        .isEqualTo("409 HOLD_LIMIT_REACHED");
    release(last);

    assertThat(standing(entry).text("/state")).isEqualTo("OFFERED");
    assertThat(channel.post(at("/holds"), "{\"area\":\"PIT\",\"quantity\":1" + anna).outcome())
        .as("what is offered counts")
        .isEqualTo("409 HOLD_LIMIT_REACHED");
    hold(theatre.buyer(), "PIT", 1).expecting(201);
    Answer vouched = theatre.buyer().post(at("/waiting-list"), two);
    assertThat(vouched.outcome()).isEqualTo("403 BUYER_KEY_NOT_ALLOWED");
    assertThat(vouched.body()).doesNotContain("anna");
  }

  @Test
  void anOfferedSeatIsOrderedAndPaidLikeAnyOther() {
    List<Answer> holds = fillBalcony();
    Answer entry = join("BALCONY", 2).expecting(201);

    release(holds.get(3));

    Answer offered = standing(entry);
    Answer order =
        theatre
            .buyer()
            .with("Hold-Secret", offered.text("/offer/holdSecret"))
            .post(
                "/orders",
                """
                {"holdId":"%s","tickets":[{"seatId":"BALC-A-7","priceType":"FULL"},
                 {"seatId":"BALC-A-8","priceType":"FULL"}]}
                """
                    .formatted(offered.text("/offer/holdId")))
            .expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 3_000).expecting(201);
    assertThat(standing(entry).text("/state")).isEqualTo("TAKEN");
  }

  @Test
  void twentyThatComeBackAtOnceAreOfferedOnceEach_toTheFirstTen() throws Exception {
    List<Answer> holds = fillBalcony();
    List<Answer> entries = new ArrayList<>();
    for (int waiter = 0; waiter < 10; waiter++) {
      entries.add(join("BALCONY", 2).expecting(201));
    }
    ConcurrentLinkedQueue<Answer> toRelease = new ConcurrentLinkedQueue<>(holds);

    Parallel.run(
        7,
        () -> {
          release(toRelease.remove());
          return "";
        });

    List<String> states = entries.stream().map(entry -> standing(entry).text("/state")).toList();
    assertThat(states.subList(0, 7)).containsOnly("OFFERED");
    assertThat(states.subList(7, 10)).containsOnly("WAITING");
    List<String> seats = new ArrayList<>();
    for (Answer entry : entries.subList(0, 7)) {
      Answer offer = standing(entry);
      theatre
          .buyer()
          .with("Hold-Secret", offer.text("/offer/holdSecret"))
          .get("/holds/" + offer.text("/offer/holdId"))
          .expecting(200)
          .json()
          .at("/seats")
          .forEach(seat -> seats.add(seat.at("/seatId").asString()));
    }
    assertThat(seats).hasSize(14).doesNotHaveDuplicates();
  }

  /** Ten holds of two neighbours each: the balcony is full. */
  private List<Answer> fillBalcony() {
    List<Answer> holds = new ArrayList<>();
    for (int seat = 1; seat < 20; seat += 2) {
      holds.add(theatre.hold(theatre.buyer(), "BALC-A-" + seat, "BALC-A-" + (seat + 1)));
    }
    return holds;
  }

  @Test
  void whoLeavesIsOfferedNothing_andMayLeaveTwice() {
    hold(theatre.staff(), "PIT", 48).expecting(201);
    Answer last = hold(theatre.buyer(), "PIT", 2).expecting(201);
    Answer first = join("FLOOR", 1).expecting(201);
    Answer second = join("FLOOR", 2).expecting(201);
    Api waiting = theatre.buyer().with("Waiting-List-Secret", first.text("/waitingListSecret"));

    waiting.delete("/waiting-list/" + first.text("/entryId")).expecting(204);
    waiting.delete("/waiting-list/" + first.text("/entryId")).expecting(204);
    release(last);

    assertThat(standing(first).text("/state")).isEqualTo("LEFT");
    assertThat(standing(second).text("/state")).isEqualTo("OFFERED");
  }

  @Test
  void aHoldCodeThatIsGivenBackIsOffered() {
    theatre
        .staff()
        .post(
            at("/hold-codes"),
            "{\"code\":\"X\",\"reasonCode\":\"PRESS\",\"areas\":[{\"area\":\"PIT\",\"quantity\":3}]}")
        .expecting(201);
    hold(theatre.staff(), "PIT", 47).expecting(201);
    Answer entry = join("FLOOR", 3).expecting(201);

    theatre.staff().delete(at("/hold-codes/X")).expecting(204);

    assertThat(standing(entry).text("/state")).isEqualTo("OFFERED");
  }

  @Test
  void theListSurvivesARestart() {
    hold(theatre.staff(), "PIT", 48).expecting(201);
    Answer last = hold(theatre.buyer(), "PIT", 2).expecting(201);
    Answer entry = join("FLOOR", 2).expecting(201);
    Instant then = service.clock().instant();

    service.restart();
    service.clock().driveTo(then);
    release(last);

    assertThat(standing(entry).text("/state")).isEqualTo("OFFERED");
  }

  @Test
  void nobodySeesAnothersEntry() {
    hold(theatre.staff(), "PIT", 50).expecting(201);
    Answer entry = join("FLOOR", 2).expecting(201);
    Answer other = join("FLOOR", 2).expecting(201);
    String path = "/waiting-list/" + entry.text("/entryId");

    assertThat(theatre.buyer().get(path).outcome()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(
            theatre
                .buyer()
                .with("Waiting-List-Secret", other.text("/waitingListSecret"))
                .get(path)
                .outcome())
        .isEqualTo("403 ACCESS_DENIED");
  }

  @ParameterizedTest
  @CsvSource({
    "NOWHERE, 1, 404 UNKNOWN_ZONE",
    "FLOOR, 0, 400 NOTHING_ASKED",
    "FLOOR, 11, 409 HOLD_LIMIT_REACHED",
    "STALLS, 2, 409 PLACES_AVAILABLE"
  })
  void whatMakesNoSenseIsRefused(String zone, int quantity, String outcome) {
    assertThat(join(zone, quantity).outcome()).isEqualTo(outcome);
  }

  @Test
  void noMoreIsWaitedForThanTheZoneHas() {
    hold(theatre.staff(), "PIT", 50).expecting(201);
    for (int waiter = 0; waiter < 5; waiter++) {
      join("FLOOR", 10).expecting(201);
    }

    assertThat(join("FLOOR", 1).outcome()).isEqualTo("409 WAITING_LIST_FULL");
  }
}
