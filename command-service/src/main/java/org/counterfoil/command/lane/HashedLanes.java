package org.counterfoil.command.lane;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** A few lanes per process; each performance (or other key) always in the same one, by its hash. */
public final class HashedLanes implements Lanes, SmartLifecycle {

  private final List<Lane> lanes = new ArrayList<>();
  private final LiveHolds liveHolds;
  private volatile boolean isRunning;

  HashedLanes(
      LaneSettings settings,
      BatchRunner runner,
      LaneMetrics metrics,
      LiveHolds liveHolds,
      Clock clock,
      Supplier<UUID> ids) {
    this.liveHolds = liveHolds;
    for (int number = 0; number < settings.lanes(); number++) {
      Lane lane = new Lane("lane-" + number, settings, runner, clock, ids);
      metrics.depthOf(lane, number);
      lanes.add(lane);
    }
  }

  @Override
  public Outcome submit(Submission submission) {
    Pending pending = laneOf(submission.command().laneKey()).submit(submission);
    try {
      return pending.outcome().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  private Lane laneOf(UUID key) {
    return lanes.get(Math.floorMod(key.hashCode(), lanes.size()));
  }

  /** Remembers every live hold, then opens; holds that ended meanwhile are recorded at once. */
  @Override
  public void start() {
    liveHolds.forEach(
        (performance, expiresAt) -> laneOf(performance.value()).remember(expiresAt, performance));
    lanes.forEach(Lane::start);
    isRunning = true;
  }

  @Override
  public void stop() {
    isRunning = false;
    lanes.forEach(Lane::stop);
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /** Opens before, and closes after, the web server. */
  @Override
  public int getPhase() {
    return SmartLifecycle.DEFAULT_PHASE - 4_096;
  }
}
