package org.counterfoil.domain.seathold;

import java.time.Instant;
import org.counterfoil.domain.Decision.Rejected;
import org.counterfoil.domain.Event;
import org.jspecify.annotations.Nullable;

/** The refusals of commands that need a live hold. */
public final class HoldRefusals {

  private HoldRefusals() {}

  /** The refusal of what needs a placed hold: it ended, or there never was one. */
  public static <E extends Event> Rejected<E> notPlaced(SeatInventory inventory, HoldId hold) {
    return switch (inventory.statusOf(hold)) {
      case null ->
          new Rejected<>(
              SeatHoldRejection.UNKNOWN_HOLD, "Expected a hold, but there is none with id " + hold);
      case SOLD -> ended(hold, SeatHoldRejection.HOLD_SOLD);
      case RELEASED -> ended(hold, SeatHoldRejection.HOLD_RELEASED);
      case EXPIRED -> ended(hold, SeatHoldRejection.HOLD_EXPIRED);
      case PLACED ->
          throw new IllegalArgumentException("Expected no placed hold, but " + hold + " is");
    };
  }

  /** Null where the hold lives and no order was placed for it, which would have fixed its end. */
  public static <E extends Event> @Nullable Rejected<E> unlessUnordered(
      SeatHold hold, Instant now) {
    if (hold.isOverAt(now)) {
      return ended(hold.id(), SeatHoldRejection.HOLD_EXPIRED);
    }
    if (hold.orderId() != null) {
      return new Rejected<>(
          SeatHoldRejection.HOLD_ORDERED,
          "Expected a hold without an order, but " + hold.id() + " has one; its end is fixed");
    }
    return null;
  }

  private static <E extends Event> Rejected<E> ended(HoldId hold, SeatHoldRejection how) {
    return new Rejected<>(
        how, "Expected a hold that is still placed, but " + hold + " has ended: " + how);
  }
}
