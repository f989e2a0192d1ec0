package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.eventstore.check.Invariant;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Two command services over one store race for the same places, over HTTP. {@code
 * -Dcounterfoil.races} says how often; with {@code -Dcounterfoil.processes=true} each service is a
 * process of its own, otherwise they share a JVM and nothing else. The last tests run on a spoilt
 * store, so that they come last.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RacesTest {

  private static final int RACES = Integer.getInteger("counterfoil.races", 60);
  private static final int MOST_SPOILT_RACES = 600;
  private static final int HERDS_OF_A_HOUSE = MOST_SPOILT_RACES / 8;
  private static final Duration REFUSED_WITHIN = Duration.ofSeconds(1);

  private static final TestDatabase DATABASE = new TestDatabase();
  private static final EventLog LOG =
      new EventLog(DATABASE.as(DatabaseRoles.READER), EventCodec.domain());

  private static List<? extends Served> services;

  @BeforeAll
  static void start() {
    services =
        Boolean.getBoolean("counterfoil.processes")
            ? List.of(ServiceProcess.start(DATABASE), ServiceProcess.start(DATABASE))
            : List.of(RunningService.over(DATABASE), RunningService.over(DATABASE));
  }

  @AfterAll
  static void stop() throws Exception {
    for (Served service : services) {
      ((AutoCloseable) service).close();
    }
  }

  @Test
  @Order(1)
  void ofAllWhoWantTheSamePlacesOneGetsThem_andTheOthersHearAtOnce() throws Exception {
    warmUp();
    RaceTrack track = new RaceTrack(services, RACES);
    Duration slowest = Duration.ZERO;
    for (int race = 0; race < RACES; race++) {
      RaceTrack.Result result = track.race(race);
      assertThat(result.winners()).as("race %d: %s", race, result.refusals()).hasSize(1);
      assertThat(result.refusals())
          .containsOnly(
              RaceTrack.isForAnArea(race) ? "409 NOT_ENOUGH_SEATS" : "409 SEAT_ALREADY_HELD");
      if (RaceTrack.isForAnArea(race)) {
        track.giveBack(result.winners().getFirst());
      }
      slowest = result.slowestRefusal().compareTo(slowest) > 0 ? result.slowestRefusal() : slowest;
    }

    LogReport report = LogCheck.of(LOG, track.performance());
    System.out.printf("%d races, the slowest refusal after %d ms%n", RACES, slowest.toMillis());
    assertThat(report.findings()).isEmpty();
    assertThat(report.holds().placed()).isEqualTo(RACES);
    assertThat(report.holds().released()).isEqualTo(RACES / 3);
    assertThat(slowest).isLessThanOrEqualTo(REFUSED_WITHIN);
  }

  @Test
  @Order(1)
  void theSameRequestToBothServicesHasOneEffectAndOneAnswer() throws Exception {
    RaceTrack track = new RaceTrack(services, RACES);
    for (int click = 0; click < RACES; click++) {
      assertThat(track.doubleClick(click)).as("click %d", click).hasSize(1);
    }

    assertThat(LogCheck.of(LOG, track.performance()).holds().placed()).isEqualTo(RACES);
  }

  @Test
  @Order(1)
  void aHerdThatWantsTheBestSeatsGetsDifferentOnes() throws Exception {
    RaceTrack track = new RaceTrack(services, RACES);
    int winners = 0;
    for (int herd = 0; herd < RACES / 6; herd++) {
      RaceTrack.Result result = track.herd();
      assertThat(result.refusals()).as("herd %d", herd).isEmpty();
      winners += result.winners().size();
    }

    LogReport report = LogCheck.of(LOG, track.performance());
    assertThat(report.findings()).isEmpty();
    assertThat(report.holds().placed()).isEqualTo(winners);
  }

  @Test
  @Order(1)
  void aVoucherThatIsEnoughForOneOrderPaysOneOfFourPerformancesApart() throws Exception {
    VoucherTrack track = new VoucherTrack(services);
    for (int race = 0; race < RACES / 6; race++) {
      List<String> outcomes = track.race();
      assertThat(outcomes)
          .as("race %d", race)
          .containsOnlyOnce("201")
          .filteredOn("409 VOUCHER_BALANCE_TOO_LOW"::equals)
          .hasSize(3);
    }

    assertThat(LogCheck.of(LOG).findings())
        .extracting(finding -> finding.invariant())
        .doesNotContain(Invariant.VOUCHER_SPENT_ONCE, Invariant.VOUCHER_PAID_FOR);
  }

  /** What runs for the first time is slow, and none of this test's business. */
  private static void warmUp() throws Exception {
    RaceTrack track = new RaceTrack(services, 30);
    for (int race = 0; race < 30; race++) {
      track.race(race);
    }
  }

  @Test
  @Order(2)
  void withoutTheUniqueSequence_placesAreSoldTwice_andTheCheckFindsThem() throws Exception {
    JdbcClient.create(DATABASE.as(DatabaseRoles.OWNER))
        .sql("alter table log.event drop constraint event_stream_sequence")
        .update();
    RaceTrack track = new RaceTrack(services, MOST_SPOILT_RACES);
    int race = 0;
    int winners = 1;
    while (winners <= 1 && race < MOST_SPOILT_RACES) {
      winners = track.race(race).winners().size();
      race++;
    }

    assertThat(winners).isGreaterThan(1);
    assertThat(LogCheck.of(LOG, track.performance()).findings())
        .extracting(finding -> finding.invariant())
        .contains(Invariant.STREAM_GAPLESS)
        .containsAnyOf(Invariant.SEAT_TAKEN_ONCE, Invariant.AREA_WITHIN_CAPACITY);
  }

  @Test
  @Order(3)
  void withoutTheUniqueSequence_aHerdIsGivenTheSameSeats() throws Exception {
    RaceTrack track = new RaceTrack(services, MOST_SPOILT_RACES);
    int herd = 0;
    boolean isDoubled = false;
    while (!isDoubled && herd < MOST_SPOILT_RACES) {
      if (herd > 0 && herd % HERDS_OF_A_HOUSE == 0) {
        track = new RaceTrack(services, MOST_SPOILT_RACES); // the one before is sold out
      }
      List<String> given =
          track.herd().winners().stream().map(winner -> winner.text("/seats/0/seatId")).toList();
      isDoubled = given.stream().distinct().count() < given.size();
      herd++;
    }

    assertThat(isDoubled).as("after %d herds", herd).isTrue();
    assertThat(LogCheck.of(LOG, track.performance()).findings())
        .extracting(finding -> finding.invariant())
        .contains(Invariant.SEAT_TAKEN_ONCE);
  }
}
