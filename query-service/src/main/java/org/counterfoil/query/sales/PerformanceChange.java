package org.counterfoil.query.sales;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.seathold.VoidedTicket;

/**
 * What a batch of events adds to the figures of one performance. It only adds: every amount is an
 * event's own.
 */
final class PerformanceChange {

  /** Places taken or given back. */
  static final class Places {
    long sold;
    long held;
    long heldBack;
  }

  /** Tickets and their amounts, in minor units of the performance's currency. */
  static final class Sum {
    long sold;
    long comps;
    long grossMinor;
    long netMinor;
    long taxMinor;
    long lastPosition;

    private void add(TicketRow ticket) {
      sold++;
      comps += ticket.comps();
      grossMinor = Math.addExact(grossMinor, ticket.grossMinor());
      netMinor = Math.addExact(netMinor, ticket.netMinor());
      taxMinor = Math.addExact(taxMinor, ticket.taxMinor());
      lastPosition = ticket.soldPosition();
    }

    private void takeBack(TicketRow ticket) {
      sold--;
      comps -= ticket.comps();
    }

    private void giveBack(RefundedTicket refunded) {
      grossMinor = Math.subtractExact(grossMinor, refunded.grossMinor());
      netMinor = Math.subtractExact(netMinor, refunded.netMinor());
      taxMinor = Math.subtractExact(taxMinor, refunded.taxMinor());
    }
  }

  /** One price in one zone through one channel. */
  record Price(
      String zone, String priceType, String priceTypeName, String channel, String taxRate) {}

  final UUID performanceId;
  final Sum takings = new Sum();
  final Map<String, Places> zones = new TreeMap<>();
  final Map<String, Places> areas = new TreeMap<>();
  final Map<Price, Sum> receipts = new HashMap<>();
  final Map<Instant, Sum> minutes = new TreeMap<>();
  final Map<Integer, SeatState> seats = new HashMap<>();
  final Map<UUID, Long> kept = new TreeMap<>();
  final List<HeldBackCounts.Step> steps = new ArrayList<>();
  long held;
  long heldBack;
  Moment last;
  private final HeldBackBook book;

  PerformanceChange(UUID performanceId, HeldBackBook book, Moment first) {
    this.performanceId = performanceId;
    this.book = book;
    this.last = first;
  }

  void take(HoldRow hold) {
    count(hold, 1, SeatState.HELD);
    keep(hold, -1);
  }

  /** Its places are free again, or back with what kept them off general sale. */
  void free(HoldRow hold) {
    count(hold, -1, SeatState.FREE);
    keep(hold, 1);
    for (int seat : hold.seats()) {
      if (book.keptSeat(performanceId, seat) != null) {
        seats.put(seat, SeatState.NOT_FOR_SALE);
      }
    }
  }

  /** Its places are tickets now, counted by {@link #sell}. */
  void sold(HoldRow hold) {
    count(hold, -1, SeatState.SOLD);
  }

  private void keep(HoldRow hold, int sign) {
    for (int seat : hold.seats()) {
      HeldBackBook.KeptSeat keeper = book.keptSeat(performanceId, seat);
      if (keeper != null) {
        keep(keeper.heldBackId(), keeper.zone(), sign);
      }
    }
    for (HeldPlaces places : hold.places()) {
      UUID heir = places.drawnFrom() == null ? null : book.heirOf(places.drawnFrom());
      if (heir != null && places.area() != null) {
        long change = (long) sign * places.quantity();
        area(places.area()).heldBack += change;
        keep(heir, places.zone(), change);
      }
    }
  }

  private void keep(UUID keeper, String zone, long change) {
    heldBack += change;
    zone(zone).heldBack += change;
    kept.merge(keeper, change, Long::sum);
    steps.add(
        new HeldBackCounts.Step(keeper, performanceId, zone, last.position(), last.at(), change));
  }

  private void count(HoldRow hold, int sign, SeatState seatsAre) {
    for (HeldPlaces places : hold.places()) {
      long change = (long) sign * places.quantity();
      held += change;
      zone(places.zone()).held += change;
      if (places.area() != null) {
        area(places.area()).held += change;
      }
    }
    hold.seats().forEach(seat -> seats.put(seat, seatsAre));
  }

  void sell(TicketRow ticket) {
    zone(ticket.zone()).sold++;
    if (ticket.area() != null) {
      area(ticket.area()).sold++;
    }
    sums(ticket).forEach(sum -> sum.add(ticket));
  }

  /** The ticket is void. */
  void takeBack(TicketRow ticket) {
    sums(ticket).forEach(sum -> sum.takeBack(ticket));
  }

  /** The place of a void ticket may be free again, or back with what kept it off sale. */
  void freePlace(TicketRow ticket, VoidedTicket voided, boolean isBackOnSale) {
    zone(ticket.zone()).sold--;
    if (ticket.area() != null) {
      area(ticket.area()).sold--;
    }
    Integer seat = voided.seatIndex();
    if (seat != null && isBackOnSale) {
      HeldBackBook.KeptSeat keeper = book.keptSeat(performanceId, seat);
      seats.put(seat, keeper == null ? SeatState.FREE : SeatState.NOT_FOR_SALE);
      if (keeper != null) {
        keep(keeper.heldBackId(), keeper.zone(), 1);
      }
    }
  }

  /** Money went back for the ticket. */
  void giveBack(TicketRow ticket, RefundedTicket refunded) {
    sums(ticket).forEach(sum -> sum.giveBack(refunded));
  }

  /** What the ticket counts in: everything, its price, and the minute of the change. */
  private List<Sum> sums(TicketRow ticket) {
    Price price =
        new Price(
            ticket.zone(),
            ticket.priceType(),
            ticket.priceTypeName(),
            ticket.channel(),
            ticket.taxRate());
    Instant minute = last.at().truncatedTo(ChronoUnit.MINUTES);
    return List.of(
        takings,
        receipts.computeIfAbsent(price, p -> new Sum()),
        minutes.computeIfAbsent(minute, m -> new Sum()));
  }

  private Places zone(String name) {
    return zones.computeIfAbsent(name, zone -> new Places());
  }

  private Places area(String name) {
    return areas.computeIfAbsent(name, area -> new Places());
  }
}
