package org.counterfoil.domain;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.PLAN;
import static org.counterfoil.domain.Theatre.STANDING;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;

/** Facts of the {@link Theatre}'s sale, written down rather than decided. */
public final class Given {

  public static final Instant LIVE = NOW.plusSeconds(1);
  public static final Instant OVER = NOW;
  public static final OnsaleWindow ALWAYS = new OnsaleWindow(null, null);

  private Given() {}

  public static HoldId hold(int n) {
    return new HoldId(Theatre.id(100 + n));
  }

  /** The mark of the n-th buyer, up to the ninth. */
  public static BuyerMark buyer(int n) {
    return new BuyerMark(Integer.toString(n).repeat(43));
  }

  /** What stands for the n-th presale code, up to the ninth. */
  public static PresaleCodeMark presaleCode(int n) {
    return new PresaleCodeMark(Integer.toString(n).repeat(43));
  }

  public static OrderId order(int n) {
    return new OrderId(Theatre.id(200 + n));
  }

  public static TicketId ticket(int n) {
    return new TicketId(Theatre.id(1000 + n));
  }

  /** The performance of tomorrow, on sale to everybody. */
  public static List<Event> onsale(SaleRules rules) {
    return List.of(
        Theatre.scheduled(NOW.plusSeconds(86_400), rules),
        new OnsaleSet(PERFORMANCE, ALWAYS, List.of()));
  }

  public static PerformanceScheduled scheduled() {
    return Theatre.scheduled(NOW.plusSeconds(86_400), SaleRules.DEFAULT);
  }

  public static HeldSeat heldSeat(String seat) {
    int index = PLAN.indexOf(Theatre.seat(seat));
    return new HeldSeat(index, PLAN.seat(index).id(), PLAN.seat(index).zone());
  }

  public static HoldPlaced placed(HoldId hold, Instant expiresAt, String... seats) {
    List<HeldSeat> held = Arrays.stream(seats).map(Given::heldSeat).toList();
    return new HoldPlaced(
        PERFORMANCE, hold, held, List.of(), expiresAt, 1, WEB, false, null, null, null);
  }

  public static HoldPlaced placedInPit(HoldId hold, Instant expiresAt, int quantity) {
    List<HeldArea> held = List.of(new HeldArea(PIT, STANDING, quantity));
    return new HoldPlaced(
        PERFORMANCE, hold, List.of(), held, expiresAt, 1, WEB, false, null, null, null);
  }

  public static HoldOrdered ordered(HoldId hold, OrderId order, Instant expiresAt) {
    return new HoldOrdered(PERFORMANCE, hold, order, expiresAt, List.of());
  }

  public static HoldExtended extended(HoldId hold, Instant expiresAt) {
    return new HoldExtended(PERFORMANCE, hold, expiresAt);
  }

  public static HoldSold sold(HoldId hold, OrderId order, int lastNumber, PricedTicket... tickets) {
    int number = lastNumber;
    List<IssuedTicket> issued = new ArrayList<>();
    for (PricedTicket ticket : tickets) {
      number++;
      issued.add(new IssuedTicket(number, ticket));
    }
    return new HoldSold(PERFORMANCE, hold, order, EUR, issued);
  }

  public static HoldReleased released(HoldId hold) {
    return new HoldReleased(PERFORMANCE, hold, null);
  }

  public static HoldExpired expired(HoldId hold) {
    return new HoldExpired(PERFORMANCE, hold, null);
  }

  /** A ticket at full price, 25.00 with 1.30 of tax. */
  public static PricedTicket fullPrice(TicketId ticket, HoldId hold, String seat) {
    return new PricedTicket(
        ticket,
        hold,
        heldSeat(seat).seatId(),
        null,
        heldSeat(seat).zone(),
        Theatre.FULL,
        new PublicLabel("Price FULL"),
        2500,
        2370,
        130,
        new TaxRate("5.5"),
        null);
  }

  public static PricedTicket fullPriceInPit(TicketId ticket, HoldId hold) {
    return new PricedTicket(
        ticket,
        hold,
        null,
        PIT,
        STANDING,
        Theatre.FULL,
        new PublicLabel("Price FULL"),
        2500,
        2370,
        130,
        new TaxRate("5.5"),
        null);
  }
}
