package org.counterfoil.standalone.rehearsal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.crowd.CrowdReport;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.check.Complaints;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.check.Finding;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.check.OrphanCheck;
import org.counterfoil.eventstore.check.OrphanCheck.OrphanReport;
import org.counterfoil.eventstore.log.EventLog;

/**
 * What the log says of a rehearsal, against what the crowd was told: seats once at every event
 * (I1), positions and streams without a gap (I5), holds ended in time (I7), money accounted for
 * (I8), as many tickets in the log as in the buyers' hands, and no seat left alone where there was
 * a choice.
 */
final class LogAudit {

  /** I7: at the latest 5 s after its time. */
  private static final Duration LATEST_EXPIRY = Duration.ofSeconds(5);

  private static final int MOST_EXAMPLES = 20;

  private LogAudit() {}

  /**
   * Reads the performance's part of the log.
   *
   * @param chosenByTheHouse ids of the holds whose seats the house chose
   */
  static List<Checked> of(
      EventLog log,
      SeatingPlans plans,
      PerformanceId training,
      CrowdReport told,
      Set<String> chosenByTheHouse) {
    List<Checked> all = new ArrayList<>(checks(LogCheck.of(log, training), told));
    all.add(
        orphans(
            OrphanCheck.of(
                log, training, plans, hold -> chosenByTheHouse.contains(hold.toString()))));
    return all;
  }

  static Checked orphans(OrphanReport seen) {
    return new Checked(
        "ORPHAN_RULE_KEPT", seen.judged(), seen.findingCount(), words(seen.findings()));
  }

  static List<Checked> checks(LogReport seen, CrowdReport told) {
    Checked sound =
        new Checked("LOG_SOUND", seen.events(), seen.findingCount(), words(seen.findings()));
    Complaints ends = new Complaints("HOLDS_END_IN_TIME");
    ends.expect(
        seen.holds().live() == 0,
        "Expected every hold to have ended, but %d have not".formatted(seen.holds().live()));
    ends.expect(
        seen.holds().latestExpiry().compareTo(LATEST_EXPIRY) <= 0,
        "Expected ends to be recorded within 5 s, but one took " + seen.holds().latestExpiry());
    Complaints agreement = new Complaints("LOG_SAYS_WHAT_BUYERS_WERE_TOLD");
    agreement.expect(
        seen.holds().soldPlaces() == told.sold(),
        "Expected the buyers' %d tickets in the log, but it has %d"
            .formatted(told.sold(), seen.holds().soldPlaces()));
    agreement.expect(
        seen.orders().open() == 0,
        "Expected every order to have ended, but %d have not".formatted(seen.orders().open()));
    return List.of(sound, ends.result(), agreement.result());
  }

  private static List<String> words(List<Finding> findings) {
    return findings.stream()
        .limit(MOST_EXAMPLES)
        .map(finding -> finding.position() + " " + finding.invariant() + ": " + finding.what())
        .toList();
  }
}
