package org.counterfoil.query.accounts.story;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds in the log what a ticket's story is made of: the life of its hold, what became of its order
 * save what is about other tickets of it only, and what became of its performance.
 */
final class StoryEvents {

  private final EventLog log;

  StoryEvents(EventLog log) {
    this.log = log;
  }

  /**
   * In the order of the log.
   *
   * @param soldAt the position of the event that sold it
   * @param others positions of events of its performance that were booked
   */
  List<RecordedEvent> of(TicketId ticket, UUID order, long soldAt, List<Long> others) {
    List<RecordedEvent> all = new ArrayList<>();
    RecordedEvent sale = log.read(soldAt - 1, 1).getFirst();
    if (sale.envelope().payload() instanceof HoldSold sold) {
      all.addAll(log.readHold(sold.holdId().value()));
    }
    Set<RefundId> ofOthers = new HashSet<>();
    for (RecordedEvent event : log.readStream(order)) {
      if (isAbout(ticket, event.envelope().payload(), ofOthers)) {
        all.add(event);
      }
    }
    for (RecordedEvent move : log.readMoves(sale.envelope().streamId())) {
      if (move.envelope().payload() instanceof PerformanceRescheduled && move.position() > soldAt) {
        all.add(move);
      }
    }
    others.forEach(position -> all.add(log.read(position - 1, 1).getFirst()));
    all.sort(Comparator.comparingLong(RecordedEvent::position));
    return all;
  }

  /** The order of another performance that an exchange was with; null of everything else. */
  static @Nullable UUID otherOrder(Event event) {
    return switch (event) {
      case TicketsExchangedElsewhere left -> left.intoOrderId().value();
      case PaidByExchange paid -> paid.fromOrderId().value();
      default -> null;
    };
  }

  private static boolean isAbout(TicketId ticket, Event event, Set<RefundId> ofOthers) {
    return switch (event) {
      case TicketsRefunded refunded -> {
        boolean isOurs = refunded.tickets().stream().anyMatch(one -> one.ticketId().equals(ticket));
        if (!isOurs) {
          refunded.parts().forEach(part -> ofOthers.add(part.refundId()));
        }
        yield isOurs;
      }
      case RefundPaid paid -> !ofOthers.contains(paid.refundId());
      case RefundPaidOut paid -> !ofOthers.contains(paid.refundId());
      case TicketsInvalidated voided -> voided.tickets().contains(ticket);
      case TicketReissued reissued -> reissued.ticketId().equals(ticket);
      case TicketTransferred transferred -> transferred.ticketId().equals(ticket);
      case TicketsExchanged exchanged ->
          exchanged.returned().stream().anyMatch(one -> one.ticketId().equals(ticket))
              || exchanged.issued().stream()
                  .anyMatch(one -> one.ticket().ticketId().equals(ticket));
      case TicketsExchangedElsewhere elsewhere ->
          elsewhere.returned().stream().anyMatch(one -> one.ticketId().equals(ticket));
      default -> true;
    };
  }
}
