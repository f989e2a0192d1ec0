package org.counterfoil.domain.seathold;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;

/** Commands about holds of one performance. */
public sealed interface SeatHoldCommand extends Command {

  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().value();
  }

  /** Keeps named seats and places in areas for one buyer: all of them or none. */
  record PlaceHold(
      PerformanceId performanceId,
      HoldId holdId,
      List<SeatId> seats,
      List<AreaWish> areas,
      Caller caller)
      implements SeatHoldCommand {
    public PlaceHold {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
    }
  }

  /** Gives a hold back. Repeating it changes nothing. */
  record ReleaseHold(PerformanceId performanceId, HoldId holdId) implements SeatHoldCommand {}

  /** Asks for more time: once, by the performance's {@code holdSeconds}. */
  record ExtendHold(PerformanceId performanceId, HoldId holdId) implements SeatHoldCommand {}

  /** Records the end of every hold of the performance whose time is over. */
  record ExpireHolds(PerformanceId performanceId) implements SeatHoldCommand {}

  /** Places wished for in an area. */
  record AreaWish(AreaName area, int quantity) {}
}
