package org.counterfoil.feed.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.feed.projection.ProjectionStatus.RebuildProgress;
import org.jspecify.annotations.Nullable;

/** What {@link ProjectionRunner#status} tells; written by the runner's threads, read by all. */
final class LiveState {

  private final Clock clock;
  final ReachedPosition reached = new ReachedPosition();
  private volatile ProjectionStatus.State state = ProjectionStatus.State.STOPPED;
  private volatile @Nullable String stopReason;
  private volatile @Nullable RebuildProgress rebuild;
  private volatile @Nullable EqualityResult lastCheck;
  private volatile Instant levelAt;

  LiveState(Clock clock) {
    this.clock = clock;
    this.levelAt = clock.instant();
  }

  void live() {
    rebuild = null;
    state = ProjectionStatus.State.LIVE;
  }

  void rebuilding(long position, long target) {
    rebuild = new RebuildProgress(position, Math.max(position, target));
    state = ProjectionStatus.State.REBUILDING;
  }

  /** A rebuild beside the live tables has ended. */
  void rebuilt(@Nullable String failure) {
    stopReason = failure;
    if (state == ProjectionStatus.State.REBUILDING) {
      live();
    }
  }

  void stopped(@Nullable String reason) {
    rebuild = null;
    stopReason = reason;
    state = ProjectionStatus.State.STOPPED;
  }

  void checked(EqualityResult result) {
    lastCheck = result;
  }

  /** To be told again and again where the feed's head is. */
  void seen(long head) {
    if (reached.get() >= head) {
      levelAt = clock.instant();
    }
  }

  ProjectionStatus status(String name, long head, int parked) {
    long lag = Math.max(0, head - reached.get());
    double seconds = lag == 0 ? 0 : Duration.between(levelAt, clock.instant()).toMillis() / 1_000.0;
    return new ProjectionStatus(
        name,
        state,
        reached.get(),
        lag,
        Math.max(0, seconds),
        rebuild,
        parked,
        stopReason,
        lastCheck);
  }
}
