package org.counterfoil.standalone.rehearsal;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.crowd.Crowd;
import org.counterfoil.crowd.CrowdSettings;
import org.counterfoil.crowd.Stage;
import org.counterfoil.crowd.StageRefused;
import org.counterfoil.crowd.check.FigureChecks.Figures;
import org.counterfoil.crowd.plan.CrowdShares;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.sales.Onsales;
import org.counterfoil.query.sales.PerformanceSales;
import org.counterfoil.query.sales.ScheduledPerformance;
import org.counterfoil.standalone.rehearsal.Rehearsal.State;
import org.jspecify.annotations.Nullable;

/** The rehearsal that runs, one at a time, and those there were. */
final class Rehearsals implements AutoCloseable {

  /** So few that there is always a thread and a connection for those who really buy. */
  private static final int CONNECTIONS = 64;

  private static final Duration TO_SET_UP = Duration.ofSeconds(1);

  private final EventLog log;
  private final SeatingPlans plans;
  private final Onsales onsales;
  private final Clock clock;
  private final TimeOrderedIds ids;
  private final KeptRehearsals kept;
  private @Nullable Running running;

  Rehearsals(
      EventLog log,
      SeatingPlans plans,
      Onsales onsales,
      Clock clock,
      TimeOrderedIds ids,
      KeptRehearsals kept) {
    this.log = log;
    this.plans = plans;
    this.onsales = onsales;
    this.clock = clock;
    this.ids = ids;
    this.kept = kept;
  }

  /**
   * Sets the copy up on behalf of the caller, and sends the crowd; ends the request as a problem
   * where it may not begin.
   *
   * @param address of this process
   * @param credentials headers that say who asks
   */
  synchronized Rehearsal begin(
      URI address, Map<String, String> credentials, ScheduledPerformance first, Wish wish) {
    if (running != null) {
      throw Problem.refused(
              RehearsalRejection.REHEARSAL_RUNNING,
              "Expected no rehearsal to be running, but one is")
          .exception();
    }
    double compression = wish.effectiveCompression();
    int visitors = wish.effectiveVisitors(first.capacity());
    try {
      String copy = Stage.copy(address, credentials, first.performanceId().toString(), compression);
      CrowdSettings settings =
          new CrowdSettings(
              address,
              address,
              copy,
              wish.effectiveSeed(),
              visitors,
              compression,
              wish.withLateMoney()
                  ? CrowdShares.REALISTIC
                  : CrowdShares.REALISTIC.withoutLateNotifications(),
              CONNECTIONS,
              wish.effectiveMostInside(),
              null,
              false);
      Instant opensAt = clock.instant().plus(settings.timeline().buildUp()).plus(TO_SET_UP);
      Stage.open(
          address, credentials, first.performanceId().toString(), copy, opensAt, compression);
      Rehearsal rehearsal =
          new Rehearsal(
              ids.next(),
              first.performanceId(),
              UUID.fromString(copy),
              first.organisationId(),
              first.title(),
              wish.effectiveSeed(),
              visitors,
              compression,
              clock.instant(),
              null,
              State.RUNNING,
              null,
              null,
              List.of(),
              null);
      kept.keep(rehearsal);
      Running started =
          new Running(new Crowd(settings, () -> shown(copy)), rehearsal, log, plans, clock);
      running = started;
      Thread.ofVirtual().name("rehearsal").start(() -> play(started, opensAt));
      return started.now();
    } catch (StageRefused refused) {
      throw Problem.of(
              ProblemCode.ACCESS_DENIED,
              "Expected the copy to be made, but it was refused: " + refused.code())
          .exception();
    } catch (IOException unreachable) {
      throw new IllegalStateException("Expected to reach this process itself", unreachable);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Expected to set a rehearsal up, but we stop", stopping);
    }
  }

  private void play(Running started, Instant opensAt) {
    finish(started.play(opensAt));
  }

  /** What the organiser's dashboard shows; nothing as long as the copy is not on it. */
  private @Nullable Figures shown(String copy) {
    try {
      PerformanceSales sales = onsales.sales(PerformanceId.of(copy));
      return new Figures(sales.takings().sold(), sales.held(), sales.takings().grossMinor());
    } catch (ProblemException unknown) {
      return null;
    }
  }

  private synchronized void finish(Rehearsal ended) {
    kept.keep(ended);
    running = null;
  }

  /** The rehearsal; an unknown one ends the request as a 404. */
  Rehearsal find(UUID rehearsalId) {
    Running now = running(rehearsalId);
    return now != null
        ? now.now()
        : kept.find(rehearsalId)
            .orElseThrow(
                () ->
                    Problem.refused(
                            RehearsalRejection.UNKNOWN_REHEARSAL,
                            "Expected a known rehearsal, but there is none with id " + rehearsalId)
                        .exception());
  }

  /** Those of a performance or its copy, the newest first. */
  List<Rehearsal> of(UUID performanceId) {
    return kept.of(performanceId);
  }

  /** Sends the crowd home; repeating it changes nothing. */
  void stop(UUID rehearsalId) {
    Running now = running(rehearsalId);
    if (now != null) {
      now.stop();
    }
  }

  private synchronized @Nullable Running running(UUID rehearsalId) {
    return running != null && running.rehearsalId().equals(rehearsalId) ? running : null;
  }

  /** What runs when the process stops is cut off; the next start says so of it. */
  @Override
  public synchronized void close() {
    if (running != null) {
      running.stop();
    }
  }
}
