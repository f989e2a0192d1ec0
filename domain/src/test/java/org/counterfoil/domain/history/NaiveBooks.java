package org.counterfoil.domain.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.OrderPutOnAccount;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedPlaces;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;

/**
 * Keeps the books of a sale in the most obvious way, from the events alone, and notes every event
 * that must not have happened. Shares nothing with the state that decisions are made on.
 */
final class NaiveBooks {

  /** A hold that is recorded as placed. */
  record LiveHold(List<SeatId> seats, List<HeldArea> areas, Instant expiresAt, HoldPlaced placed) {
    int places() {
      return seats.size() + areas.stream().mapToInt(HeldArea::quantity).sum();
    }
  }

  private final SeatingPlan plan;
  private final Map<HoldId, LiveHold> live = new LinkedHashMap<>();
  private final Set<SeatId> sold = new HashSet<>();
  private final Map<AreaName, Integer> soldInAreas = new HashMap<>();
  private final Map<BuyerMark, Integer> soldToBuyers = new HashMap<>();
  private final Map<HoldId, List<PricedPlaces>> orderedAt = new HashMap<>();
  private final Map<String, Integer> soldAt = new HashMap<>();
  private int lastTicketNumber;
  private final Set<TicketId> voided = new HashSet<>();
  private final Map<OrderId, Long> paidBack = new HashMap<>();
  private final Map<OrderId, Long> ordered = new LinkedHashMap<>();
  private final Set<OrderId> completed = new HashSet<>();
  private final Set<OrderId> onAccount = new HashSet<>();
  private final Map<OrderId, Map<PaymentId, Long>> captured = new LinkedHashMap<>();

  /** What of tickets and lines was not paid, or not after all. */
  private final Map<OrderId, Long> unpaidGoods = new HashMap<>();

  private final Map<OrderId, Map<PaymentId, Long>> takenBack = new LinkedHashMap<>();
  private final Map<OrderId, Map<PaymentId, Long>> owedBack = new LinkedHashMap<>();
  private final List<String> faults = new ArrayList<>();
  private final NaiveKeeping keeping = new NaiveKeeping(faults);
  private final NaiveVouchers vouchers = new NaiveVouchers(faults);

  NaiveBooks(SeatingPlan plan) {
    this.plan = plan;
    keeping.takenAre(seat -> holderOf(seat) != null || sold.contains(seat));
  }

  NaiveKeeping keeping() {
    return keeping;
  }

  List<String> faults() {
    return faults;
  }

  Map<HoldId, LiveHold> live() {
    return live;
  }

  boolean isSold(SeatId seat) {
    return sold.contains(seat);
  }

  int lastTicketNumber() {
    return lastTicketNumber;
  }

  /** The hold that is recorded as keeping the seat, or null. */
  HoldId holderOf(SeatId seat) {
    for (Map.Entry<HoldId, LiveHold> hold : live.entrySet()) {
      if (hold.getValue().seats().contains(seat)) {
        return hold.getKey();
      }
    }
    return null;
  }

  int takenIn(AreaName area) {
    int taken = soldInAreas.getOrDefault(area, 0);
    for (LiveHold hold : live.values()) {
      taken += placesIn(area, hold);
    }
    return taken;
  }

  /** Places that nobody has at this moment: holds whose time is over do not count. */
  int freeIn(AreaName area, Instant now, HoldClaim claim) {
    int free = plan.areas().get(plan.indexOf(area)).capacity();
    free -= soldInAreas.getOrDefault(area, 0) + keeping.closedIn(area, claim);
    for (LiveHold hold : live.values()) {
      for (HeldArea held : hold.areas()) {
        boolean isOver = !now.isBefore(hold.expiresAt());
        boolean isBack = isOver && keeping.comesBackTo(held.drawnFrom(), claim);
        free -= held.area().equals(area) && !isBack ? held.quantity() : 0;
      }
    }
    return free;
  }

  boolean isFree(SeatId seat, Instant now, HoldClaim claim) {
    HoldId holder = holderOf(seat);
    boolean isHeld = holder != null && now.isBefore(live.get(holder).expiresAt());
    return !isHeld && !sold.contains(seat) && keeping.isFor(seat, claim);
  }

  /** Seats of a zone that the claim is good for. */
  int freeSeatsIn(ZoneName zone, Instant now, HoldClaim claim) {
    return (int)
        plan.seats().stream()
            .filter(seat -> seat.zone().equals(zone) && isFree(seat.id(), now, claim))
            .count();
  }

  /** Seats of the zone that nobody has at this moment and nothing keeps off general sale. */
  int onGeneralSaleIn(ZoneName zone, Instant now) {
    int free = 0;
    for (PlanSeat seat : plan.seats()) {
      HoldId holder = holderOf(seat.id());
      boolean isHeld = holder != null && now.isBefore(live.get(holder).expiresAt());
      boolean isFree = !isHeld && !sold.contains(seat.id());
      boolean isThere = seat.zone().equals(zone) && keeping.keeperOf(seat.id()) == null;
      free += isFree && isThere ? 1 : 0;
    }
    return free;
  }

  /** What a buyer keeps at this moment and what it bought. */
  int takenBy(BuyerMark buyer, Instant now) {
    int places = soldToBuyers.getOrDefault(buyer, 0);
    for (LiveHold hold : live.values()) {
      boolean isTheirs = buyer.equals(hold.placed().buyer()) && now.isBefore(hold.expiresAt());
      places += isTheirs ? hold.places() : 0;
    }
    return places;
  }

  /** Tickets of a price type that are ordered, by orders that have not ended, and sold. */
  int takenOf(ZoneName zone, PriceTypeCode priceType) {
    int tickets = soldAt.getOrDefault(zone + " " + priceType, 0);
    for (List<PricedPlaces> ordered : orderedAt.values()) {
      for (PricedPlaces places : ordered) {
        boolean isThat = places.zone().equals(zone) && places.priceType().equals(priceType);
        tickets += isThat ? places.quantity() : 0;
      }
    }
    return tickets;
  }

  private static int placesIn(AreaName area, LiveHold hold) {
    int places = 0;
    for (HeldArea held : hold.areas()) {
      places += held.area().equals(area) ? held.quantity() : 0;
    }
    return places;
  }

  NaiveVouchers vouchers() {
    return vouchers;
  }

  void apply(Event event) {
    vouchers.apply(event);
    switch (event) {
      case HoldPlaced placed -> place(placed);
      case HoldExtended extended -> move(extended.holdId(), extended.expiresAt());
      case HoldOrdered ordering -> {
        move(ordering.holdId(), ordering.expiresAt());
        orderedAt.put(ordering.holdId(), ordering.priceTypes());
      }
      case HoldReleased released -> free(released.holdId(), "released");
      case HoldExpired expired -> free(expired.holdId(), "expired");
      case HeldBackEvent heldBack -> keeping.apply(heldBack);
      case HoldSold sale -> sell(sale);
      case TicketsVoided voided ->
          voided.tickets().forEach(t -> takeBack(t, voided.isBackOnSale()));
      case TicketsRefunded refunded -> {
        long gross =
            refunded.tickets().stream().mapToLong(RefundedTicket::grossMinor).sum()
                + refunded.lines().stream().mapToLong(RefundedLine::grossMinor).sum();
        long unpaid = Math.min(gross, unpaidGoods.getOrDefault(refunded.orderId(), 0L));
        require(unpaid <= owing(refunded.orderId()), refunded + " gives up what is not owed (I8)");
        unpaidGoods.merge(refunded.orderId(), -unpaid, Long::sum);
        long back = refunded.parts().stream().mapToLong(RefundPart::amountMinor).sum();
        require(back == gross - unpaid, refunded + " pays back what is owed (I8)");
        giveBack(refunded.orderId(), refunded.parts());
        ordered.merge(refunded.orderId(), -unpaid, Long::sum);
      }
      case TicketsExchanged exchanged -> {
        require(owing(exchanged.orderId()) == 0, exchanged + " is of tickets that are owed for");
        ordered.merge(exchanged.orderId(), exchanged.takenMinor(), Long::sum);
        giveBack(exchanged.orderId(), exchanged.parts());
      }
      case OrderPlaced placed -> ordered.put(placed.orderId(), placed.totalMinor());
      case OrderPutOnAccount put -> {
        onAccount.add(put.orderId());
        unpaidGoods.put(put.orderId(), ordered.get(put.orderId()));
      }
      case OrderCompleted done -> {
        require(completed.add(done.orderId()), done.orderId() + " is completed twice");
      }
      case PaymentCaptured payment -> {
        if (payment.amount().minor() == owing(payment.orderId())) {
          unpaidGoods.remove(payment.orderId());
        }
        Long before =
            captured
                .computeIfAbsent(payment.orderId(), id -> new LinkedHashMap<>())
                .put(payment.paymentId(), payment.amount().minor());
        require(before == null, payment.paymentId() + " is captured twice");
      }
      case PaymentTakenBack taken -> {
        Long had = captured.getOrDefault(taken.orderId(), Map.of()).get(taken.paymentId());
        Long before =
            takenBack
                .computeIfAbsent(taken.orderId(), id -> new LinkedHashMap<>())
                .put(taken.paymentId(), taken.amount().minor());
        unpaidGoods.merge(taken.orderId(), gross(taken.taxes()), Long::sum);
        require(completed.contains(taken.orderId()), taken + " is of no sale");
        require(before == null, taken + " is taken back twice");
        require(had != null && taken.amount().minor() <= had, taken + " takes what was not there");
      }
      case PaymentRestored restored -> restore(restored);
      case RefundDue due -> {
        Long before =
            owedBack
                .computeIfAbsent(due.orderId(), id -> new LinkedHashMap<>())
                .put(due.paymentId(), due.amount().minor());
        require(before == null, due.paymentId() + " is owed back twice");
      }
      default -> {
        // Neither places nor money: prices, windows, payments that are only begun.
      }
    }
  }

  private void place(HoldPlaced placed) {
    for (HeldSeat seat : placed.seats()) {
      HoldId holder = holderOf(seat.seatId());
      require(holder == null, seat.seatId() + " is in two holds (I1)");
      require(!sold.contains(seat.seatId()), seat.seatId() + " is held though sold (I1)");
    }
    for (HeldArea area : placed.areas()) {
      Area known = plan.areas().get(plan.indexOf(area.area()));
      int taken = takenIn(area.area()) + area.quantity();
      require(taken <= known.capacity(), area.area() + " is over its capacity (I1)");
    }
    keeping.place(placed);
    List<SeatId> seats = placed.seats().stream().map(HeldSeat::seatId).toList();
    LiveHold before =
        live.put(placed.holdId(), new LiveHold(seats, placed.areas(), placed.expiresAt(), placed));
    require(before == null, placed.holdId() + " is placed twice");
  }

  private void move(HoldId id, Instant expiresAt) {
    LiveHold hold = live.get(id);
    require(hold != null, id + " moves though it is over");
    if (hold != null) {
      live.put(id, new LiveHold(hold.seats(), hold.areas(), expiresAt, hold.placed()));
    }
  }

  private void free(HoldId id, String how) {
    LiveHold hold = end(id, how);
    if (hold != null) {
      keeping.giveBack(hold.areas());
    }
  }

  private LiveHold end(HoldId id, String how) {
    LiveHold hold = live.remove(id);
    orderedAt.remove(id);
    require(hold != null, id + " is " + how + " though it is over (I7)");
    return hold;
  }

  private void sell(HoldSold sale) {
    LiveHold hold = end(sale.holdId(), "sold");
    if (hold != null && hold.placed().buyer() != null) {
      soldToBuyers.merge(hold.placed().buyer(), sale.tickets().size(), Integer::sum);
    }
    List<SeatId> seats = new ArrayList<>();
    Map<AreaName, Integer> areas = new HashMap<>();
    for (IssuedTicket issued : sale.tickets()) {
      lastTicketNumber++;
      soldAt.merge(issued.ticket().zone() + " " + issued.ticket().priceType(), 1, Integer::sum);
      require(issued.ticketNumber() == lastTicketNumber, "the numbers have a gap at " + issued);
      if (issued.ticket().seatId() == null) {
        areas.merge(issued.ticket().area(), 1, Integer::sum);
      } else {
        seats.add(issued.ticket().seatId());
      }
    }
    for (SeatId seat : seats) {
      require(sold.add(seat), seat + " is sold twice (I1)");
    }
    areas.forEach((area, count) -> soldInAreas.merge(area, count, Integer::sum));
    boolean isCovered =
        hold != null
            && Set.copyOf(seats).equals(Set.copyOf(hold.seats()))
            && areas.entrySet().stream().allMatch(a -> placesIn(a.getKey(), hold) == a.getValue());
    require(isCovered, sale.holdId() + " is not sold as it was held");
  }

  private void takeBack(VoidedTicket ticket, boolean isBackOnSale) {
    soldAt.merge(ticket.zone() + " " + ticket.priceType(), -1, Integer::sum);
    require(voided.add(ticket.ticketId()), ticket + " is void twice");
    if (isBackOnSale && ticket.seatId() != null) {
      require(sold.remove(ticket.seatId()), ticket.seatId() + " comes back, but was not sold");
    }
    if (isBackOnSale && ticket.area() != null) {
      int left = soldInAreas.merge(ticket.area(), -1, Integer::sum);
      require(left >= 0, ticket.area() + " has fewer than no places sold");
    }
  }

  private void giveBack(OrderId order, List<RefundPart> parts) {
    long before = paidBack.getOrDefault(order, 0L);
    long more = parts.stream().mapToLong(RefundPart::amountMinor).sum();
    paidBack.put(order, before + more);
    require(
        before + more <= ordered.getOrDefault(order, 0L),
        order + " gets back more than it paid (I8)");
  }

  /** I8, when nothing can happen any more: what was captured is what was sold and is owed back. */
  void settle() {
    for (OrderId order : ordered.keySet()) {
      long received = sum(captured.get(order));
      long owed = sum(owedBack.get(order));
      long owing = owing(order);
      boolean mayOwe = onAccount.contains(order) || owing <= sum(takenBack.get(order));
      require(mayOwe, order + " owes " + owing + " that it had paid (I8)");
      received -= sum(takenBack.get(order));
      long bought = completed.contains(order) ? ordered.get(order) - owing : 0;
      require(
          received == bought + owed,
          order + " received " + received + " for " + bought + " and owes " + owed + " (I8)");
    }
  }

  /** What comes again pays what is owed, all of it or nothing; else it is owed back. */
  private void restore(PaymentRestored restored) {
    OrderId order = restored.orderId();
    Long gone = takenBack.getOrDefault(order, Map.of()).get(restored.paymentId());
    require(gone != null && gone == restored.amount().minor(), restored + " had not gone");
    require(
        (restored.refundId() == null) == (restored.amount().minor() <= owing(order)),
        restored + " is for nothing");
    if (restored.refundId() == null) {
      takenBack.get(order).remove(restored.paymentId());
      unpaidGoods.merge(order, -gross(restored.taxes()), Long::sum);
    }
  }

  /** What it owes for tickets it has: on account, or for money that was taken back. */
  private long owing(OrderId order) {
    boolean mayOwe = onAccount.contains(order) || sum(takenBack.get(order)) > 0;
    long kept = sum(captured.get(order)) - sum(takenBack.get(order)) - sum(owedBack.get(order));
    return mayOwe && completed.contains(order) ? Math.max(0, ordered.get(order) - kept) : 0;
  }

  private static long gross(List<TaxShare> shares) {
    return shares.stream().mapToLong(share -> share.netMinor() + share.taxMinor()).sum();
  }

  private static long sum(Map<PaymentId, Long> amounts) {
    return amounts == null ? 0 : amounts.values().stream().mapToLong(Long::longValue).sum();
  }

  private void require(boolean isTrue, String fault) {
    if (!isTrue) {
      faults.add(fault);
    }
  }
}
