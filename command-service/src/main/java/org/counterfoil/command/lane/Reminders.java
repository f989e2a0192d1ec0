package org.counterfoil.command.lane;

import java.time.Instant;
import java.util.Optional;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnDueAllotments;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesRevived;
import org.counterfoil.domain.order.JointOrderCommand.LapseJointly;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.pass.PassCommand.ExpirePass;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.voucher.VoucherCommand.ExpireVoucher;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.jspecify.annotations.Nullable;

/** What has to be done by itself, and when, because of what happened. */
final class Reminders {

  private Reminders() {}

  /** What the event leads to when time passes; nothing for most. */
  static Optional<Reminder> of(Event event) {
    return switch (event) {
      case SeatHoldEvent step -> ofHold(step);
      case HeldBackEvent heldBack -> ofHeldBack(heldBack);
      case PerformanceEvent performance -> ofPerformance(performance);
      case VoucherEvent voucher -> ofVoucher(voucher);
      case PassEvent pass -> ofPass(pass);
      case OrderLapsed lapsed when !lapsed.parts().isEmpty() ->
          Optional.of(Reminder.atOnce(new LapseJointly(lapsed.parts())));
      default -> Optional.empty();
    };
  }

  private static Optional<Reminder> ofHeldBack(HeldBackEvent event) {
    ReturnDueAllotments returning = new ReturnDueAllotments(event.performanceId());
    return switch (event) {
      case AllotmentMade made -> at(made.returnsAt(), returning);
      case AllotmentCascaded cascaded -> at(cascaded.next().returnsAt(), returning);
      case AllotmentReturned returned -> Optional.empty();
      case HoldCodeSet set -> Optional.empty();
      case HoldCodeLifted lifted -> Optional.empty();
      case PlacesKilled killed -> Optional.empty();
      case PlacesRevived revived -> Optional.empty();
    };
  }

  private static Optional<Reminder> ofVoucher(VoucherEvent event) {
    ExpireVoucher expiry = new ExpireVoucher(event.voucherId());
    return switch (event) {
      case VoucherIssued issued -> at(issued.expiresAt(), expiry);
      case VoucherCredited credited -> at(credited.expiresAt(), expiry);
      case VoucherSpent spent -> Optional.empty();
      case VoucherPaymentGivenUp given -> Optional.empty();
      case VoucherExpired expired -> Optional.empty();
    };
  }

  private static Optional<Reminder> ofPass(PassEvent event) {
    ExpirePass expiry = new ExpirePass(event.passId());
    return switch (event) {
      case PassIssued issued -> at(issued.expiresAt(), expiry);
      case PassUsesReturned returned -> at(returned.expiresAt(), expiry);
      case PassUsed used -> Optional.empty();
      case PassPaymentGivenUp given -> Optional.empty();
      case PassExpired expired -> Optional.empty();
    };
  }

  private static Optional<Reminder> at(@Nullable Instant time, Command command) {
    return time == null ? Optional.empty() : Optional.of(new Reminder(time, command));
  }

  /** A performance takes place by itself; one for training does not, because nobody comes. */
  private static Optional<Reminder> ofPerformance(PerformanceEvent event) {
    CompletePerformance completing = new CompletePerformance(event.performanceId(), true);
    return switch (event) {
      case PerformanceScheduled scheduled ->
          scheduled.isTraining() ? Optional.empty() : at(scheduled.endsAt(), completing);
      case PerformanceRescheduled moved -> at(moved.endsAt(), completing);
      case PriceListChanged changed -> Optional.empty();
      case OnsaleSet set -> Optional.empty();
      case WaitingRoomSet set -> Optional.empty();
      case PresaleSet set -> Optional.empty();
      case QuotasSet set -> Optional.empty();
      case AgentsSet set -> Optional.empty();
      case AccessiblePlacesReleased released -> Optional.empty();
      case PerformanceCompleted completed -> Optional.empty();
      case PerformanceCancelled cancelled -> Optional.empty();
      case CancellationSettled settled -> Optional.empty();
    };
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
