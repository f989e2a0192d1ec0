package org.counterfoil.standalone.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.counterfoil.crowd.CrowdReport;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.eventstore.check.Finding;
import org.counterfoil.eventstore.check.Invariant;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.check.OrphanCheck.OrphanReport;
import org.junit.jupiter.api.Test;

/** The audit is silent where the log agrees with the buyers, and complains where it does not. */
class AuditTest {

  private static final Duration IN_TIME = Duration.ofSeconds(4);

  private static CrowdReport told(long sold) {
    return new CrowdReport(
        1,
        10,
        25,
        60,
        false,
        100,
        sold,
        2_500 * sold,
        new CrowdReport.Money(sold, 0, 0, 0, 0),
        sold,
        1_000,
        0,
        1,
        1,
        10,
        4,
        0,
        0,
        5,
        5,
        1,
        Map.of(),
        Map.of(),
        Map.of(),
        List.of());
  }

  private static LogReport seen(long sold, long live, Duration latest, Finding... findings) {
    return new LogReport(
        99,
        100,
        new LogReport.Holds(sold + live, sold, 0, 0, live, sold, latest),
        new LogReport.Orders(sold, sold, 0, 0, sold, 0),
        findings.length,
        List.of(findings));
  }

  private static List<String> broken(LogReport seen, long sold) {
    return LogAudit.checks(seen, told(sold)).stream()
        .filter(check -> !check.holds())
        .map(Checked::name)
        .toList();
  }

  @Test
  void whereAllIsWellNothingIsBroken() {
    assertThat(broken(seen(7, 0, IN_TIME), 7)).isEmpty();
  }

  @Test
  void aDoubleSoldSeatInTheLogIsTold() {
    Finding twice = new Finding(Invariant.SEAT_TAKEN_ONCE, 42, "Expected seat A-1 once");

    assertThat(broken(seen(7, 0, IN_TIME, twice), 7)).containsExactly("LOG_SOUND");
    assertThat(LogAudit.checks(seen(7, 0, IN_TIME, twice), told(7)).getFirst().examples())
        .containsExactly("42 SEAT_TAKEN_ONCE: Expected seat A-1 once");
  }

  @Test
  void aHoldThatEndedLateOrNeverIsTold() {
    assertThat(broken(seen(7, 0, Duration.ofSeconds(6)), 7)).containsExactly("HOLDS_END_IN_TIME");
    assertThat(broken(seen(7, 1, IN_TIME), 7)).containsExactly("HOLDS_END_IN_TIME");
  }

  @Test
  void aSeatThatWasLeftAloneIsTold() {
    Finding alone = new Finding(Invariant.ORPHAN_SEATS_AVOIDED, 42, "A-1 was left alone");

    assertThat(LogAudit.orphans(new OrphanReport(5, 3, 0, List.of())).holds()).isTrue();
    Checked found = LogAudit.orphans(new OrphanReport(5, 3, 1, List.of(alone)));
    assertThat(found.holds()).isFalse();
    assertThat(found.examples()).containsExactly("42 ORPHAN_SEATS_AVOIDED: A-1 was left alone");
  }

  @Test
  void aTicketThatNobodyHasIsTold() {
    assertThat(broken(seen(8, 0, IN_TIME), 7)).containsExactly("LOG_SAYS_WHAT_BUYERS_WERE_TOLD");
  }
}
