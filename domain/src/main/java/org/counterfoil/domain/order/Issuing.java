package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;

/**
 * Issues the tickets of an order: each hold is sold with its tickets, numbered without a gap after
 * the performance's last one.
 */
record Issuing(List<Event> sold, List<IssuedNumber> numbers) {

  static Issuing of(OrderPlaced order, List<HoldId> holds, int lastTicketNumber) {
    List<Event> sold = new ArrayList<>();
    List<IssuedNumber> numbers = new ArrayList<>();
    int number = lastTicketNumber;
    for (HoldId hold : holds) {
      List<IssuedTicket> issued = new ArrayList<>();
      for (PricedTicket ticket : order.tickets()) {
        if (ticket.holdId().equals(hold)) {
          number++;
          issued.add(new IssuedTicket(number, ticket));
          numbers.add(new IssuedNumber(ticket.ticketId(), number));
        }
      }
      sold.add(
          new HoldSold(order.performanceId(), hold, order.orderId(), order.currency(), issued));
    }
    return new Issuing(sold, numbers);
  }
}
