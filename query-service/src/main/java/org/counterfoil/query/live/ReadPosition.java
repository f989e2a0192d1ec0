package org.counterfoil.query.live;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.counterfoil.feed.projection.ParkedEvent;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.feed.projection.ProjectionStatus;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;

/**
 * The position that answers from one projection reflect, and the wait until it is one that the
 * caller asked for.
 */
public final class ReadPosition {

  /** As the contract says. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private final ProjectionRunner runner;

  public ReadPosition(ProjectionRunner runner) {
    this.runner = runner;
  }

  /**
   * Waits until the projection has passed a position.
   *
   * @param minPosition -1 for any
   * @param keys what the answer is made of; see {@link
   *     org.counterfoil.feed.projection.Projection#key}
   * @return the position reflected, at least the one asked for
   * @throws ProblemException 503 where it is not reached in time, or where events of the keys at or
   *     before it are parked
   */
  public long await(long minPosition, Collection<String> keys) {
    return await(minPosition, parked -> parked.stream().filter(keys::contains).toList());
  }

  /**
   * The same where it depends on what is parked.
   *
   * @param concerned picks from parked keys those that the answer is made of
   */
  public long await(long minPosition, UnaryOperator<List<String>> concerned) {
    if (minPosition > runner.position()) {
      pause(minPosition);
    }
    if (runner.position() < 0 && runner.status().state() != ProjectionStatus.State.LIVE) {
      throw notReached("Expected the projection to be built, but it is not yet");
    }
    if (minPosition >= 0) {
      refuseParked(minPosition, concerned);
    }
    return runner.position();
  }

  private void pause(long minPosition) {
    try {
      if (!runner.awaitPosition(minPosition, LONGEST_WAIT)) {
        throw notReached(
            "Expected position " + minPosition + " to be reached, but it is " + runner.position());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw notReached("Expected time to wait, but the service stops");
    }
  }

  private void refuseParked(long minPosition, UnaryOperator<List<String>> concerned) {
    List<String> parked =
        runner.parked().stream()
            .filter(event -> event.position() <= minPosition)
            .map(ParkedEvent::key)
            .distinct()
            .toList();
    if (!parked.isEmpty() && !concerned.apply(parked).isEmpty()) {
      throw Problem.of(
              ProblemCode.PROJECTION_PARKED,
              "Expected every event up to "
                  + minPosition
                  + " to be applied, but one of them is parked; an operator must look at it")
          .exception();
    }
  }

  private static ProblemException notReached(String detail) {
    return Problem.of(ProblemCode.POSITION_NOT_REACHED, detail).exception();
  }
}
