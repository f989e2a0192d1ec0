package org.counterfoil.command.lane;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.jspecify.annotations.Nullable;

/** What a batch made of one command: the outcome, or the defect that kept it from being decided. */
final class Decided {

  private final Pending pending;
  private final @Nullable Decision<?> decision;
  private final @Nullable Throwable defect;
  private long position = -1;
  private @Nullable Answer kept;

  Decided(Pending pending, @Nullable Decision<?> decision, @Nullable Throwable defect) {
    this.pending = pending;
    this.decision = decision;
    this.defect = defect;
  }

  Pending pending() {
    return pending;
  }

  Submission submission() {
    return pending.submission();
  }

  long queuedAtNanos() {
    return pending.queuedAtNanos();
  }

  List<Event> events() {
    return decision instanceof Decision.Accepted<?> accepted
        ? List.copyOf(accepted.events())
        : List.of();
  }

  boolean isAccepted() {
    return decision instanceof Decision.Accepted<?>;
  }

  /** The refusal's code, {@code ACCEPTED} or {@code DEFECT}. */
  String result() {
    if (decision instanceof Decision.Rejected<?> refused) {
      return refused.code().name();
    }
    return isAccepted() ? "ACCEPTED" : "DEFECT";
  }

  long position() {
    return position;
  }

  void standsAt(long lastPosition) {
    position = lastPosition;
  }

  void answeredWith(Answer answer) {
    kept = answer;
  }

  /** Tells whoever waits. */
  void answer() {
    CompletableFuture<Outcome> outcome = pending.outcome();
    if (decision instanceof Decision.Rejected<?> refused) {
      outcome.complete(new Outcome.Refused(refused.code(), refused.detail()));
    } else if (isAccepted()) {
      outcome.complete(new Outcome.Accepted(events(), position, kept));
    } else {
      outcome.completeExceptionally(
          defect == null ? new IllegalStateException("Expected a decision, but got none") : defect);
    }
  }
}
