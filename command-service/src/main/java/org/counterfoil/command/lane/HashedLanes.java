package org.counterfoil.command.lane;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.springframework.context.SmartLifecycle;

/** A few lanes per process; each performance (or other key) always in the same one, by its hash. */
public final class HashedLanes implements Lanes, SmartLifecycle {

  static final int PHASE = SmartLifecycle.DEFAULT_PHASE - 4_096;

  private final List<Lane> lanes = new ArrayList<>();
  private final List<? extends Unfinished> unfinished;
  private final OthersWatch others;
  private final GroupCommit commits;
  private final Object meetings = new Object();
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
    Pending pending = Pending.of(submission);
    if (submission.command().otherLaneKeys().isEmpty()) {
      laneOf(submission.command().laneKey()).enqueue(pending);
    } else {
      meet(pending);
    }
    try {
      return pending.outcome().join();
    } catch (CompletionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw failed;
    }
  }

  /**
   * Calls the lanes of all performances together, unless they are one. Only one such command is
   * queued at a time: so all lanes see them in one order.
   */
  private void meet(Pending pending) {
    Command command = pending.submission().command();
    Lane host = laneOf(command.laneKey());
    Set<Lane> guests = new LinkedHashSet<>();
    command.otherLaneKeys().forEach(key -> guests.add(laneOf(key)));
    guests.remove(host);
    if (guests.isEmpty()) {
      host.enqueue(pending);
      return;
    }
    Meeting meeting = new Meeting(guests.size());
    synchronized (meetings) {
      try {
        guests.forEach(guest -> guest.enqueue(new Queued.Guest(meeting)));
        host.enqueue(new Queued.Host(meeting, pending));
      } catch (LaneFull somewhere) {
        meeting.end();
        throw somewhere;
      }
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
      public void meet(Pending pending) {
        try {
          HashedLanes.this.meet(pending);
        } catch (LaneFull somewhere) {
          pending.outcome().completeExceptionally(somewhere);
        }
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
