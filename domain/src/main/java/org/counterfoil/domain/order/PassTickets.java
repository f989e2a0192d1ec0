package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Tells which tickets of an order ask for a pass. One pass pays for all of them, so that they are
 * all of one price.
 */
final class PassTickets {

  private PassTickets() {}

  private record Use(PassOfferCode pass, long minor, String taxRate) {}

  /**
   * Null where all that ask for a pass ask for the same; else the refusal.
   *
   * @param types the price type of each ticket
   */
  static @Nullable Decision<Event> refuse(List<PricedTicket> tickets, List<PriceType> types) {
    Set<Use> asked = new HashSet<>();
    for (int i = 0; i < tickets.size(); i++) {
      PassOfferCode pass = types.get(i).pass();
      PricedTicket ticket = tickets.get(i);
      if (pass != null) {
        asked.add(new Use(pass, ticket.faceValueMinor(), ticket.taxRate().value()));
      }
    }
    return asked.size() <= 1
        ? null
        : Decision.reject(
            OrderRejection.PASSES_DIFFER,
            "Expected tickets that one pass pays for, each with the same price and tax, but they ask"
                + " for "
                + asked.size()
                + " different uses");
  }

  /** What a pass is asked for; nothing where it is for none of the order's tickets. */
  static List<Event> asked(OrderPlaced order, List<PriceType> types) {
    return asked(order, order.tickets(), types);
  }

  static List<Event> asked(OrderPlaced order, List<PricedTicket> tickets, List<PriceType> types) {
    List<TicketId> ids = new ArrayList<>();
    PassOfferCode pass = null;
    PricedTicket one = null;
    for (int i = 0; i < tickets.size(); i++) {
      if (types.get(i).pass() != null) {
        pass = types.get(i).pass();
        one = tickets.get(i);
        ids.add(one.ticketId());
      }
    }
    return pass == null || one == null
        ? List.of()
        : List.of(
            new PassAsked(
                order.orderId(),
                order.organisationId(),
                order.performanceId(),
                pass,
                new Money(one.faceValueMinor(), order.currency()),
                one.taxRate(),
                ids));
  }
}
