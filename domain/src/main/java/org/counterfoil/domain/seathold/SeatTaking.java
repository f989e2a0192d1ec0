package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * Whether seats can be taken for a claim: each of them is free, or its hold is over, and nothing
 * keeps it off sale.
 */
final class SeatTaking {

  private final SeatInventory inventory;
  private final HoldClaim claim;
  private final Predicate<ZoneName> isAwaited;
  private final Instant now;
  private final List<SeatHold> overdue = new ArrayList<>();

  /**
   * Looks at nothing yet.
   *
   * @param isAwaited whether what comes back in a zone belongs to somebody else
   */
  SeatTaking(SeatInventory inventory, HoldClaim claim, Predicate<ZoneName> isAwaited, Instant now) {
    this.inventory = inventory;
    this.claim = claim;
    this.isAwaited = isAwaited;
    this.now = now;
  }

  /** Null where all of them can be taken. */
  @Nullable Decision<SeatHoldEvent> refuse(List<HeldSeat> seats) {
    Decision<SeatHoldEvent> refusal = refuseHeldBack(seats);
    refusal = refusal == null ? refuseSold(seats) : refusal;
    return refusal == null ? refuseHeld(seats) : refusal;
  }

  /** The holds whose time is over that seats are taken from; their end is to be recorded first. */
  List<SeatHold> overdue() {
    return overdue;
  }

  /** A seat that is held or sold is taken, whoever kept it before. */
  private @Nullable Decision<SeatHoldEvent> refuseHeldBack(List<HeldSeat> seats) {
    for (HeldSeat seat : seats) {
      SeatHold holder = inventory.holderOf(seat.index());
      boolean isTaken = inventory.isSold(seat.index()) || (holder != null && !holder.isOverAt(now));
      if (!isTaken
          && !inventory.heldBack().isForSaleTo(seat.index(), claim.caller(), claim.holdCode())) {
        return Decision.reject(
            SeatHoldRejection.SEAT_NOT_FOR_SALE,
            "Expected seats that are for sale to channel "
                + claim.caller().channel()
                + ", but \""
                + seat.seatId()
                + "\" is held back");
      }
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseSold(List<HeldSeat> seats) {
    for (HeldSeat seat : seats) {
      if (inventory.isSold(seat.index())) {
        return Decision.reject(
            SeatHoldRejection.SEAT_ALREADY_SOLD,
            "Expected free seats, but \"" + seat.seatId() + "\" is sold");
      }
    }
    return null;
  }

  private @Nullable Decision<SeatHoldEvent> refuseHeld(List<HeldSeat> seats) {
    for (HeldSeat seat : seats) {
      SeatHold holder = inventory.holderOf(seat.index());
      if (holder != null && (!holder.isOverAt(now) || isAwaited.test(seat.zone()))) {
        return Decision.reject(
            SeatHoldRejection.SEAT_ALREADY_HELD,
            "Expected free seats, but \"" + seat.seatId() + "\" is held");
      }
      if (holder != null) {
        overdue.add(holder);
      }
    }
    return null;
  }
}
