package org.counterfoil.domain.seathold;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceId;

/** Commands about holds of one performance. */
public sealed interface SeatHoldCommand extends Command {

  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /** Keeps places for one buyer: all that are wished for or none. */
  record PlaceHold(PerformanceId performanceId, HoldId holdId, PlacesWish places, HoldClaim claim)
      implements SeatHoldCommand {}

  /** Gives a hold back. Repeating it changes nothing. */
  record ReleaseHold(PerformanceId performanceId, HoldId holdId) implements SeatHoldCommand {}

  /** Asks for more time: once, by the performance's {@code holdSeconds}. */
  record ExtendHold(PerformanceId performanceId, HoldId holdId) implements SeatHoldCommand {}

  /** Offers what is free to those on the waiting list, in the order they joined. */
  record OfferPlaces(PerformanceId performanceId) implements SeatHoldCommand {}

  /** Gives every hold back, because the performance has ended. */
  record ReleaseAllHolds(PerformanceId performanceId) implements SeatHoldCommand {}

  /** Records the end of every hold of the performance whose time is over. */
  record ExpireHolds(PerformanceId performanceId) implements SeatHoldCommand {}
}
