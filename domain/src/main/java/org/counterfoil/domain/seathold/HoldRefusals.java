package org.counterfoil.domain.seathold;

import java.time.Instant;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.jspecify.annotations.Nullable;

/** The refusals of commands that need a live hold. */
public final class HoldRefusals {

  private HoldRefusals() {}

  /** Null where the hold keeps its places now; else the refusal that names how it ended. */
  public static <E extends Event> @Nullable Decision<E> unlessLive(SeatHold hold, Instant now) {
    return switch (hold.status()) {
      case PLACED -> hold.isOverAt(now) ? ended(hold, SeatHoldRejection.HOLD_EXPIRED) : null;
      case SOLD -> ended(hold, SeatHoldRejection.HOLD_SOLD);
      case RELEASED -> ended(hold, SeatHoldRejection.HOLD_RELEASED);
      case EXPIRED -> ended(hold, SeatHoldRejection.HOLD_EXPIRED);
    };
  }

  private static <E extends Event> Decision<E> ended(SeatHold hold, SeatHoldRejection how) {
    return Decision.reject(
        how, "Expected a hold that is still placed, but " + hold.id() + " has ended: " + how);
  }
}
