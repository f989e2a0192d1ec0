package org.counterfoil.bench.sellout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;
import org.counterfoil.command.seating.StoredSeatingPlans;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.check.OrphanCheck;
import org.counterfoil.eventstore.check.OrphanCheck.OrphanReport;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.document.DocumentStore;
import org.counterfoil.eventstore.log.EventLog;

/** What the log says of a sell-out, against what the crowd was told. */
final class StoredTruth {

  /** I7: at the latest 5 s after its time. */
  private static final Duration LATEST_EXPIRY = Duration.ofSeconds(5);

  private final EventLog log;
  private final SeatingPlans plans;

  StoredTruth(DataSource reader) {
    this.log = new EventLog(reader, EventCodec.domain());
    this.plans = new StoredSeatingPlans(new DocumentStore(reader));
  }

  /**
   * What was found.
   *
   * @param inWords for the report
   */
  record Found(List<String> faults, String inWords) {}

  /**
   * Reads the performance's events.
   *
   * @param sold what the buyers hold
   * @param chosenByTheHouse ids of the holds whose seats the house chose
   */
  Found of(PerformanceId performance, long sold, Set<String> chosenByTheHouse) {
    LogReport seen = LogCheck.of(log, performance);
    OrphanReport orphans =
        OrphanCheck.of(log, performance, plans, hold -> chosenByTheHouse.contains(hold.toString()));
    List<String> faults = new ArrayList<>();
    seen.findings().forEach(finding -> faults.add(finding.toString()));
    orphans.findings().forEach(finding -> faults.add(finding.toString()));
    expect(faults, "places sold in the log", sold, seen.holds().soldPlaces());
    expect(faults, "holds without an end", 0, seen.holds().live());
    expect(faults, "orders without an end", 0, seen.orders().open());
    if (seen.holds().latestExpiry().compareTo(LATEST_EXPIRY) > 0) {
      faults.add("Expected ends within 5 s, but one took " + seen.holds().latestExpiry());
    }
    return new Found(
        faults,
        "the log: %,d events, of %,d holds chosen by the house %,d left a single seat for want of another choice, ends recorded within %,d ms"
            .formatted(
                seen.events(),
                orphans.judged(),
                orphans.orphans(),
                seen.holds().latestExpiry().toMillis()));
  }

  private static void expect(List<String> faults, String what, long expected, long found) {
    if (found != expected) {
      faults.add("Expected %s: %d, but found %d".formatted(what, expected, found));
    }
  }
}
