package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.venue.VenueEvent.VenueBooked;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What follows a performance to another date: tickets, calendars, doors, keys and the venue. */
class MovedTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private static RunningService service;

  private final Theatre theatre = Theatre.in(service);
  private final String path = "/performances/" + theatre.performance;
  private final Instant first =
      Instant.parse(theatre.buyer().get(path + "/offers").expecting(200).text("/startsAt"));

  @BeforeAll
  static void start() {
    service = RunningService.start();
    service.clock().driveTo(Instant.now().truncatedTo(ChronoUnit.SECONDS));
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private void move(Instant startsAt) {
    theatre
        .admin()
        .post(path + "/reschedule", "{\"startsAt\":\"%s\"}".formatted(startsAt))
        .expecting(200);
  }

  private String print(String ticket) throws Exception {
    byte[] pdf = theatre.staff().bytes("/tickets/" + ticket + ".pdf?language=en");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void aTicketsPrintAndItsCalendarEntryFollow() throws Exception {
    String ticket = theatre.sell("ORCH-A-1").text("/tickets/0/ticketId");
    String before = print(ticket);
    assertThat(theatre.buyer().get(path + ".ics").body()).contains("SEQUENCE:0\r\n");

    move(Instant.parse("2040-03-04T19:30:00Z"));

    assertThat(before).doesNotContain("2040");
    assertThat(print(ticket)).contains("2040").contains("20:30");
    assertThat(theatre.buyer().get(path + ".ics").body())
        .contains("DTSTART:20400304T193000Z\r\n", "DTEND:20400304T223000Z\r\n", "SEQUENCE:1\r\n");
  }

  @Test
  void theCalendarEntryOfACancelledPerformanceIsTakenBack() {
    move(Instant.parse("2041-03-04T19:30:00Z"));

    theatre
        .admin()
        .post(path + "/cancellation", "{\"reasonCode\":\"STRIKE\",\"refundFees\":true}")
        .expecting(202);

    assertThat(theatre.buyer().get(path + ".ics").body())
        .contains("METHOD:CANCEL\r\n", "STATUS:CANCELLED\r\n", "SEQUENCE:2\r\n")
        .contains("DTSTART:20410304T193000Z\r\n");
  }

  @Test
  void aVoidTicketIsNotPrinted_theOthersOfItsOrderAre() throws Exception {
    Answer order =
        theatre.order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-A-1", "ORCH-A-2"));
    Answer sold = theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201);
    String ofOrder = "/orders/" + order.text("/orderId");
    for (int index = 0; index < 2; index++) {
      String ticket = sold.text("/tickets/" + index + "/ticketId");
      theatre.staff().get(ofOrder + "/tickets.pdf").expecting(200);
      theatre.staff().get("/tickets/" + ticket + ".pdf").expecting(200);

      theatre
          .staff()
          .post(
              ofOrder + "/voids",
              "{\"ticketIds\":[\"%s\"],\"reasonCode\":\"DUPLICATE\"}".formatted(ticket))
          .expecting(201);

      assertThat(theatre.staff().get("/tickets/" + ticket + ".pdf").outcome())
          .isEqualTo("409 TICKET_VOID");
    }
    assertThat(theatre.staff().get(ofOrder + "/tickets.pdf").outcome())
        .isEqualTo("409 TICKET_VOID");
  }

  @Test
  void aDoorThatNamesNoPerformanceOpensAtTheNewDate() {
    String code = theatre.sell("ORCH-A-1", "ORCH-A-2").text("/tickets/0/code");
    Instant moved = first.plus(Duration.ofDays(400)).truncatedTo(ChronoUnit.SECONDS);
    move(moved);
    Api door = Api.of(service).as(theatre.token("ADMISSION"));
    String scan = "{\"code\":\"%s\",\"gate\":\"EAST\"}".formatted(code);

    service.clock().driveTo(first.plusSeconds(60));
    Answer early = door.post("/admissions", scan).expecting(200);
    service.clock().driveTo(moved.minusSeconds(60));
    Answer onTime = door.post("/admissions", scan).expecting(200);

    assertThat(early.text("/reason")).isEqualTo("NOT_YET_OPEN");
    assertThat(onTime.json().at("/admitted").asBoolean()).isTrue();
  }

  @Test
  void aBuyersKeyLivesUntilTheNewDateIsOver() {
    Api channel = Api.of(service).as(theatre.token("CHANNEL"));
    String wish = "{\"area\":\"PIT\",\"quantity\":5,\"buyerKey\":\"anna@example.org\"}";
    channel.post(path + "/holds", wish).expecting(201);
    byte[] key = key();
    Instant moved = first.plus(Duration.ofDays(800)).truncatedTo(ChronoUnit.SECONDS);
    move(moved);

    service.clock().driveTo(first.plus(Duration.ofDays(3)));
    await()
        .during(Duration.ofSeconds(1))
        .atMost(SOON)
        .untilAsserted(() -> assertThat(key()).isEqualTo(key));
    service.clock().driveTo(moved.plus(Duration.ofDays(3)));

    await().atMost(SOON).until(() -> key().length == 0);
  }

  private byte[] key() {
    return JdbcClient.create(service.database().as(DatabaseRoles.OWNER))
        .sql("select key from buyer.key where performance_id = cast(? as uuid)")
        .param(theatre.performance)
        .query((row, number) -> row.getBytes(1))
        .optional()
        .orElse(new byte[0]);
  }

  /** As a process does that ends between the two commits: the second is never sent. */
  @Test
  void theVenueFollowsByItself_alsoWhereWhoeverMovedItWasInterrupted() {
    Instant moved = first.plus(Duration.ofDays(1_000)).truncatedTo(ChronoUnit.SECONDS);
    moveAndBeInterrupted(moved);

    await().atMost(SOON).untilAsserted(() -> assertThat(lastBooking()).isEqualTo(moved));
    theatre.schedule(theatre.performanceWish(first.toString(), Theatre.PRICES, "")).expecting(201);
    assertThat(
            theatre
                .schedule(theatre.performanceWish(moved.toString(), Theatre.PRICES, ""))
                .outcome())
        .isEqualTo("409 VENUE_OCCUPIED");
  }

  /** The test before, without the process; which finds it in the log once it is there again. */
  @Test
  void withoutTheProcessTheVenueWouldBeBookedForTheOldDate() {
    Instant driven = service.clock().instant();
    Instant moved = first.plus(Duration.ofDays(1_200)).truncatedTo(ChronoUnit.SECONDS);
    service.restartWithout("bookingProcess");
    service.clock().driveTo(driven);
    moveAndBeInterrupted(moved);

    await()
        .during(Duration.ofSeconds(2))
        .atMost(Duration.ofSeconds(4))
        .untilAsserted(() -> assertThat(lastBooking()).isEqualTo(first));
    service.restart();
    service.clock().driveTo(driven);
    await().atMost(SOON).untilAsserted(() -> assertThat(lastBooking()).isEqualTo(moved));
  }

  private void moveAndBeInterrupted(Instant moved) {
    Outcome outcome =
        service
            .bean(Lanes.class)
            .submit(
                new Submission(
                    new ReschedulePerformance(
                        PerformanceId.of(theatre.performance), moved, moved.plusSeconds(7_200)),
                    Actor.SYSTEM,
                    UUID.randomUUID(),
                    events -> new org.counterfoil.command.lane.Answer(204, ""),
                    null));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
  }

  private Instant lastBooking() {
    return service.log().readStream(UUID.fromString(theatre.venue)).stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(VenueBooked.class::isInstance)
        .map(VenueBooked.class::cast)
        .filter(booked -> booked.performanceId().equals(PerformanceId.of(theatre.performance)))
        .reduce((earlier, later) -> later)
        .orElseThrow()
        .startsAt();
  }
}
