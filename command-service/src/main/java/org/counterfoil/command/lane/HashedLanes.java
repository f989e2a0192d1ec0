package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.springframework.context.SmartLifecycle;

/** A few lanes per process; each performance (or other key) always in the same one, by its hash. */
public final class HashedLanes implements Lanes, SmartLifecycle {

  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4_096;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<? extends Unfinished> unfinished;
  private final OthersWatch others;
  private final GroupCommit commits;
  private volatile boolean isRunning;

  HashedLanes(
      LaneSettings settings,
      BatchRunner runner,
      LaneMetrics metrics,
      Duration retry,
      List<? extends Unfinished> unfinished,
      OthersWatch others,
      Clock clock,
      Supplier<UUID> ids) {
    this.unfinished = List.copyOf(unfinished);
    this.others = others;
    this.commits = new GroupCommit(runner);
    for (int number = 0; number < settings.lanes(); number++) {
      Lane lane =
          new Lane(
              "lane-" + number,
              settings,
              runner,
              commits,
              new LaneTimers(retry),
              neighboursOf(number),
              clock,
              ids);
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
    return lanes.get(numberOf(key));
  }

  private int numberOf(UUID key) {
    return Math.floorMod(key.hashCode(), lanes.size());
  }

  private Lane.Neighbours neighboursOf(int number) {
    return new Lane.Neighbours() {
      @Override
      public boolean isOurs(UUID laneKey) {
        return numberOf(laneKey) == number;
      }

      @Override
      public void remember(Reminder reminder) {
        HashedLanes.this.remember(reminder);
      }
    };
  }

  /** Sets every timer there must be, then opens; what fell due meanwhile is done at once. */
  @Override
  public void start() {
    long known = others.position();
    unfinished.forEach(source -> source.forEach(this::remember));
    commits.start();
    lanes.forEach(Lane::start);
    others.start(known, this::remember);
    isRunning = true;
  }

  private void remember(Reminder due) {
    laneOf(due.command().laneKey()).remember(due);
  }

  @Override
  public void stop() {
    isRunning = false;
    others.close();
    lanes.forEach(Lane::stop);
    commits.close();
  }

  @Override
  public boolean isRunning() {
    return isRunning;
  }

  /** Opens before, and closes after, the web server. */
  @Override
  public int getPhase() {
    return PHASE;
  }
}
