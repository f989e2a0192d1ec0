package org.counterfoil.domain.performance;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.jspecify.annotations.Nullable;

/**
 * Decides how a performance ends: it takes place or is cancelled, once, and one excludes the other.
 * Until then it may be moved.
 */
final class PerformanceEnding {

  private PerformanceEnding() {}

  /**
   * Who says that it took place is believed, also before its time: a performance may be brought
   * forward at the door, and the log names who said so and when.
   */
  static Decision<PerformanceEvent> complete(
      CompletePerformance complete, Performance state, Instant now) {
    if (!state.exists()) {
      return PerformanceDecider.unknown(complete.performanceId());
    }
    boolean isTooEarly = complete.isAutomatic() && now.isBefore(state.endsAt());
    return switch (state.stage()) {
      case COMPLETED -> Decision.accept();
      case CANCELLED -> complete.isAutomatic() ? Decision.accept() : cancelled();
      case SCHEDULED ->
          isTooEarly
              ? Decision.accept()
              : Decision.accept(new PerformanceCompleted(complete.performanceId()));
    };
  }

  static Decision<PerformanceEvent> cancel(
      CancelPerformance cancel, Performance state, Instant now) {
    if (!state.exists()) {
      return PerformanceDecider.unknown(cancel.performanceId());
    }
    return switch (state.stage()) {
      case CANCELLED -> Decision.accept();
      case COMPLETED -> completed();
      case SCHEDULED ->
          Horizon.includes(cancel.claimUntil(), now)
              ? Decision.accept(
                  new PerformanceCancelled(
                      cancel.performanceId(),
                      cancel.reason(),
                      cancel.refundFees(),
                      cancel.claimUntil()))
              : PerformanceDecider.outOfRange();
    };
  }

  static Decision<PerformanceEvent> settle(SettleCancellation settle, Performance state) {
    if (!state.exists()) {
      return PerformanceDecider.unknown(settle.performanceId());
    }
    if (state.stage() != PerformanceStage.CANCELLED) {
      return Decision.reject(
          PerformanceRejection.PERFORMANCE_NOT_CANCELLED,
          "Expected a cancelled performance, but it is " + state.stage());
    }
    return state.isCancellationSettled()
        ? Decision.accept()
        : Decision.accept(new CancellationSettled(settle.performanceId()));
  }

  static Decision<PerformanceEvent> reschedule(
      ReschedulePerformance move, Performance state, Instant now) {
    if (!state.exists()) {
      return PerformanceDecider.unknown(move.performanceId());
    }
    Decision<PerformanceEvent> ended = refuseEnded(state);
    if (ended != null) {
      return ended;
    }
    if (!Horizon.includes(move.startsAt(), now) || !Horizon.includes(move.endsAt(), now)) {
      return PerformanceDecider.outOfRange();
    }
    Instant endsAt = endOf(move, state);
    if (!move.startsAt().isBefore(endsAt)) {
      return Decision.reject(
          PerformanceRejection.ENDS_BEFORE_START,
          "Expected an end after " + move.startsAt() + ", but it is " + endsAt);
    }
    if (!move.startsAt().isAfter(now)) {
      return Decision.reject(
          PerformanceRejection.STARTS_IN_THE_PAST,
          "Expected a start in the future, but it is " + move.startsAt());
    }
    boolean isThere = move.startsAt().equals(state.startsAt()) && endsAt.equals(state.endsAt());
    return isThere
        ? Decision.accept()
        : Decision.accept(
            new PerformanceRescheduled(move.performanceId(), move.startsAt(), endsAt));
  }

  /** When it is to end: as asked, or as long after its start as before. */
  private static Instant endOf(ReschedulePerformance move, Performance state) {
    return move.endsAt() == null
        ? move.startsAt().plus(Duration.between(state.startsAt(), state.endsAt()))
        : move.endsAt();
  }

  /**
   * The refusal of what changes the terms of a performance that has ended; null where it has not.
   */
  static @Nullable Decision<PerformanceEvent> refuseEnded(Performance state) {
    return switch (state.stage()) {
      case SCHEDULED -> null;
      case COMPLETED -> completed();
      case CANCELLED -> cancelled();
    };
  }

  private static Decision<PerformanceEvent> completed() {
    return Decision.reject(
        PerformanceRejection.PERFORMANCE_COMPLETED,
        "Expected a performance that is yet to come, but it took place");
  }

  private static Decision<PerformanceEvent> cancelled() {
    return Decision.reject(
        PerformanceRejection.PERFORMANCE_CANCELLED,
        "Expected a performance that takes place, but it was cancelled");
  }
}
