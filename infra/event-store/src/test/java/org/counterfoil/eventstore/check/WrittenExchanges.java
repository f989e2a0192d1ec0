package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.ELSEWHERE;
import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.WEB;
import static org.counterfoil.eventstore.check.WrittenNames.hold;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;
import static org.counterfoil.eventstore.check.WrittenNames.payment;
import static org.counterfoil.eventstore.check.WrittenNames.ticket;

import java.util.List;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.CarriedPayment;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.TicketId;

/** Tickets exchanged: for another place, or for another performance. */
interface WrittenExchanges<L> extends Writing<L> {

  /** Ticket 1 at 25.00 for ticket 3 at 25.00, with a difference that is taken or given back. */
  default L exchanged(String order, String hold, long taken) {
    return money(
        new TicketsExchanged(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(
                    new TicketId(id("ticket 1")), 1, 2_500, 2_370, 130, new TaxRate("5.5"), 0)),
            List.of(new IssuedTicket(3, ticket(hold, 3))),
            taken,
            List.of()));
  }

  /** A ticket leaves an order for another performance, with what it cost. */
  default L left(String order, int number, String into, String payment, long carried) {
    return money(
        new OrderEvent.TicketsExchangedElsewhere(
            order(order),
            THEATRE,
            PERFORMANCE,
            1,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(
                    new TicketId(id("ticket " + number)),
                    number,
                    2_500,
                    2_370,
                    130,
                    new TaxRate("5.5"),
                    0)),
            order(into),
            ELSEWHERE,
            List.of(share(payment, carried)),
            List.of()));
  }

  /** A ticket of the other performance is ordered, paid by an exchange, and complete. */
  default L arrived(String order, String from, String payment, long carried) {
    money(
        new OrderEvent.OrderPlaced(
            order(order),
            THEATRE,
            ELSEWHERE,
            WEB,
            List.of(hold("of " + order)),
            List.of(ticket("of " + order, 900)),
            EUR,
            2_500,
            130,
            now().plusSeconds(480)));
    money(
        new OrderEvent.PaidByExchange(
            order(order),
            THEATRE,
            ELSEWHERE,
            order(from),
            PERFORMANCE,
            EUR,
            List.of(share(payment, carried))));
    return money(new OrderEvent.OrderCompleted(order(order), THEATRE, ELSEWHERE, List.of()));
  }

  private static CarriedPayment share(String payment, long minor) {
    return new CarriedPayment(payment(payment), PaymentMethod.CARD, null, null, minor);
  }
}
