package org.counterfoil.standalone.rehearsal;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.crowd.Crowd;
import org.counterfoil.crowd.CrowdReport;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.standalone.rehearsal.Rehearsal.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A rehearsal while it runs: the crowd, and afterwards what the log says. */
final class Running {

  private static final Logger LOG = LoggerFactory.getLogger(Running.class);

  private final Crowd crowd;
  private final Rehearsal rehearsal;
  private final EventLog log;
  private final SeatingPlans plans;
  private final Clock clock;

  Running(Crowd crowd, Rehearsal rehearsal, EventLog log, SeatingPlans plans, Clock clock) {
    this.crowd = crowd;
    this.rehearsal = rehearsal;
    this.log = log;
    this.plans = plans;
    this.clock = clock;
  }

  UUID rehearsalId() {
    return rehearsal.rehearsalId();
  }

  Rehearsal now() {
    return rehearsal.at(crowd.progress());
  }

  /** Sends the crowd home. */
  void stop() {
    crowd.stop();
  }

  /** Lets the crowd come, and answers how it ended. */
  Rehearsal play(Instant opensAt) {
    try (Crowd all = crowd) {
      CrowdReport report = all.run(Duration.between(clock.instant(), opensAt));
      return rehearsal.ended(
          report.wasStopped() ? State.STOPPED : State.OVER,
          clock.instant(),
          report,
          report.wasStopped() ? List.of() : audit(report),
          all.progress());
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return rehearsal.failed(clock.instant(), "Counterfoil was stopped");
    } catch (IOException | RuntimeException failed) {
      LOG.warn("Rehearsal {} could not go on", rehearsalId(), failed);
      return rehearsal.failed(clock.instant(), "It could not go on; the log says why");
    }
  }

  private List<Checked> audit(CrowdReport report) {
    return LogAudit.of(
        log,
        plans,
        new PerformanceId(rehearsal.trainingId()),
        report,
        crowd.holdsChosenByTheHouse());
  }
}
