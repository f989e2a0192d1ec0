package org.counterfoil.command.lane;

import java.util.Optional;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;

/** What has to be done by itself, and when, because of what happened. */
final class Reminders {

  private Reminders() {}

  /** What the event leads to when time passes; nothing for most. */
  static Optional<Reminder> of(Event event) {
    return event instanceof SeatHoldEvent step ? ofHold(step) : Optional.empty();
  }

  private static Optional<Reminder> ofHold(SeatHoldEvent step) {
    ExpireHolds expiry = new ExpireHolds(step.performanceId());
    return switch (step) {
      case HoldPlaced placed -> Optional.of(new Reminder(placed.expiresAt(), expiry));
      case HoldExtended extended -> Optional.of(new Reminder(extended.expiresAt(), expiry));
      case HoldOrdered ordered -> Optional.of(new Reminder(ordered.expiresAt(), expiry));
      case HoldSold sold -> Optional.empty();
      case HoldReleased released -> Optional.empty();
      case HoldExpired expired -> Optional.empty();
    };
  }
}
