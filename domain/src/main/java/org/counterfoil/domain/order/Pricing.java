package org.counterfoil.domain.order;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.seathold.PricedPlaces;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHold;
import org.jspecify.annotations.Nullable;

/**
 * Freezes prices and tax: those that were offered when the hold was placed, through its channel, to
 * somebody with the roles of who orders.
 */
record Pricing(Performance performance, Caller caller) {

  /** Null where every ticket has a price; else the first refusal in the order of the codes. */
  @Nullable Decision<Event> refuse(List<TicketPlace> places) {
    for (TicketPlace place : places) {
      if (offered(place) == null) {
        return Decision.reject(
            OrderRejection.PRICE_TYPE_NOT_OFFERED,
            "Expected a price type that is offered in \""
                + place.zone()
                + "\", but "
                + place.wish().priceType()
                + " is not");
      }
    }
    for (TicketPlace place : places) {
      if (isFree(place) && place.wish().compReason() == null) {
        return Decision.reject(
            OrderRejection.COMP_REASON_REQUIRED,
            "Expected a reasonCode for the free ticket, but there is none");
      }
    }
    for (TicketPlace place : places) {
      if (!isFree(place) && place.wish().compReason() != null) {
        return Decision.reject(
            OrderRejection.COMP_REASON_NOT_ALLOWED,
            "Expected a reasonCode only for a free ticket, but "
                + place.wish().priceType()
                + " has a price");
      }
    }
    return null;
  }

  /** The ticket at its price; to be asked only where {@link #refuse} found nothing. */
  PricedTicket price(TicketPlace place) {
    PriceType type = type(place);
    Money gross = new Money(type.faceValueMinor(), prices(place.hold()).currency());
    TaxSplit split = type.taxRate().split(gross);
    return new PricedTicket(
        place.wish().ticketId(),
        place.hold().id(),
        place.wish().seatId(),
        place.wish().area(),
        place.zone(),
        type.priceType(),
        type.name(),
        split.gross().minor(),
        split.net().minor(),
        split.tax().minor(),
        type.taxRate(),
        place.wish().compReason(),
        type.feeMinor(),
        type.proof());
  }

  /** The price type of the place; to be asked only where {@link #refuse} found nothing. */
  PriceType type(TicketPlace place) {
    PriceType type = offered(place);
    if (type == null) {
      throw new IllegalStateException("Expected a price that was not refused, but it was");
    }
    return type;
  }

  PriceList prices(SeatHold hold) {
    return performance.priceList(hold.priceListVersion());
  }

  private boolean isFree(TicketPlace place) {
    PriceType type = offered(place);
    return type != null && type.faceValueMinor() == 0;
  }

  private @Nullable PriceType offered(TicketPlace place) {
    PriceType type = prices(place.hold()).priceType(place.zone(), place.wish().priceType());
    // Each hold's own channel: of several holds, one must not bring its prices to the others.
    Caller through = new Caller(place.hold().channel(), caller.roles());
    return type != null && type.isOfferedTo(through, place.hold().placedAt()) ? type : null;
  }

  /** How many places are at each price, in the order of the tickets. */
  static List<PricedPlaces> counts(List<PricedTicket> tickets) {
    Map<PricedPlaces, Integer> counts = new LinkedHashMap<>();
    for (PricedTicket ticket : tickets) {
      counts.merge(new PricedPlaces(ticket.zone(), ticket.priceType(), 1), 1, Integer::sum);
    }
    return counts.entrySet().stream()
        .map(e -> new PricedPlaces(e.getKey().zone(), e.getKey().priceType(), e.getValue()))
        .toList();
  }
}
