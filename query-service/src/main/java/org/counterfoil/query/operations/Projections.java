package org.counterfoil.query.operations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.counterfoil.feed.projection.ParkedEvent;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.query.live.RunningProjection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The projections of this process, and what an operator can do with them. */
public final class Projections {

  private static final Logger LOG = LoggerFactory.getLogger(Projections.class);

  private final Map<String, RunningProjection> projections = new LinkedHashMap<>();
  private final Set<String> checking = ConcurrentHashMap.newKeySet();
  private final Map<String, String> failures = new ConcurrentHashMap<>();

  public Projections(List<RunningProjection> all) {
    all.forEach(projection -> projections.put(projection.name(), projection));
  }

  public List<ProjectionReport> reports() {
    return projections.values().stream().map(this::report).toList();
  }

  /** How one is doing; 404 where there is none of this name. */
  public ProjectionReport report(String name) {
    return report(known(name));
  }

  /** Begins to rebuild. */
  public void rebuild(String name) {
    RunningProjection projection = known(name);
    refuseChecking(name);
    busyIfRefused(() -> projection.runner().rebuild());
  }

  /** Begins to compare the live rows with rows built anew; {@link #report} tells the result. */
  public void check(String name) {
    ProjectionRunner runner = known(name).runner();
    if (!checking.add(name)) {
      throw busy("Expected no check to be running, but one is");
    }
    failures.remove(name);
    Thread.ofVirtual().name("check-" + name).start(() -> check(name, runner));
  }

  private void check(String name, ProjectionRunner runner) {
    try {
      runner.check();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      // Nobody waits for this thread: the report is where the operator looks.
      LOG.warn("Expected to compare projection {} with one built anew, but failed", name, failure);
      failures.put(name, failure.getClass().getSimpleName());
    } finally {
      checking.remove(name);
    }
  }

  /** All that is parked, by projection and position. */
  public List<DeadLetter> deadLetters() {
    return projections.values().stream()
        .flatMap(
            projection ->
                projection.runner().parked().stream().map(event -> deadLetter(projection, event)))
        .toList();
  }

  /**
   * Tries a parked event again, and those of its key.
   *
   * @return how many were applied
   */
  public int retry(String name, long position) {
    RunningProjection projection = known(name);
    ParkedEvent parked = parked(projection, position);
    refuseChecking(name);
    int[] applied = new int[1];
    busyIfRefused(() -> applied[0] = projection.runner().retry(parked.key()));
    return applied[0];
  }

  /** Gives a parked event up for good. */
  public void discard(String name, long position) {
    RunningProjection projection = known(name);
    ParkedEvent parked = parked(projection, position);
    if (!projection.mayDiscard()) {
      throw Problem.refused(
              OperationsRejection.DISCARD_NOT_ALLOWED,
              "Expected a projection whose events may be given up, but " + name + " is none")
          .exception();
    }
    refuseChecking(name);
    busyIfRefused(() -> projection.runner().discard(parked.position()));
  }

  private ProjectionReport report(RunningProjection projection) {
    return ProjectionReport.of(
        projection.runner().status(),
        checking.contains(projection.name()),
        failures.get(projection.name()));
  }

  private RunningProjection known(String name) {
    RunningProjection projection = projections.get(name);
    if (projection == null) {
      throw Problem.refused(
              OperationsRejection.UNKNOWN_PROJECTION,
              "Expected one of the projections " + projections.keySet() + ", but it is none")
          .exception();
    }
    return projection;
  }

  private static ParkedEvent parked(RunningProjection projection, long position) {
    return projection.runner().parked().stream()
        .filter(event -> event.position() == position)
        .findFirst()
        .orElseThrow(
            () ->
                Problem.refused(
                        OperationsRejection.UNKNOWN_DEAD_LETTER,
                        "Expected a parked event at position " + position + ", but there is none")
                    .exception());
  }

  private static DeadLetter deadLetter(RunningProjection projection, ParkedEvent event) {
    return new DeadLetter(
        projection.name(),
        event.position(),
        event.key(),
        event.eventName(),
        event.reason(),
        event.firstAttempt(),
        event.lastAttempt(),
        projection.mayDiscard());
  }

  private void refuseChecking(String name) {
    if (checking.contains(name)) {
      throw busy("Expected no check to be running, but one is");
    }
  }

  private interface Action {
    void run() throws InterruptedException;
  }

  private static void busyIfRefused(Action action) {
    try {
      action.run();
    } catch (IllegalStateException stoppedRebuiltOrChecked) {
      throw busy("Expected the projection to be live, but it is stopped, rebuilt or checked");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw busy("Expected time to act, but the service stops");
    }
  }

  private static ProblemException busy(String detail) {
    return Problem.refused(OperationsRejection.PROJECTION_BUSY, detail).exception();
  }
}
