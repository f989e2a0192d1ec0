package org.counterfoil.domain.seathold;

import java.time.Instant;
import org.counterfoil.domain.Decision.Rejected;
import org.counterfoil.domain.Event;
import org.jspecify.annotations.Nullable;

/** The refusals of commands that need a live hold. */
public final class HoldRefusals {

  private HoldRefusals() {}

  /** Null where the hold keeps its places now; else the refusal that names how it ended. */
  public static <E extends Event> @Nullable Rejected<E> unlessLive(SeatHold hold, Instant now) {
    return switch (hold.status()) {
      case PLACED -> hold.isOverAt(now) ? ended(hold, SeatHoldRejection.HOLD_EXPIRED) : null;
      case SOLD -> ended(hold, SeatHoldRejection.HOLD_SOLD);
      case RELEASED -> ended(hold, SeatHoldRejection.HOLD_RELEASED);
      case EXPIRED -> ended(hold, SeatHoldRejection.HOLD_EXPIRED);
    };
  }

  /** Null where the hold lives and no order was placed for it, which would have fixed its end. */
  public static <E extends Event> @Nullable Rejected<E> unlessUnordered(
      SeatHold hold, Instant now) {
    Rejected<E> refusal = unlessLive(hold, now);
    if (refusal == null && hold.orderId() != null) {
      return new Rejected<>(
          SeatHoldRejection.HOLD_ORDERED,
          "Expected a hold without an order, but " + hold.id() + " has one; its end is fixed");
    }
    return refusal;
  }

  public static <E extends Event> Rejected<E> unknown(HoldId hold) {
    return new Rejected<>(
        SeatHoldRejection.UNKNOWN_HOLD, "Expected a hold, but there is none with id " + hold);
  }

  private static <E extends Event> Rejected<E> ended(SeatHold hold, SeatHoldRejection how) {
    return new Rejected<>(
        how, "Expected a hold that is still placed, but " + hold.id() + " has ended: " + how);
  }
}
