package org.counterfoil.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.heldback.HeldBackCommand;
import org.counterfoil.domain.heldback.HeldBackDecider;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.Sale;
import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassCommand;
import org.counterfoil.domain.pass.PassDecider;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.reservation.Booking;
import org.counterfoil.domain.reservation.Reservation;
import org.counterfoil.domain.reservation.ReservationCommand;
import org.counterfoil.domain.reservation.ReservationDecider;
import org.counterfoil.domain.reservation.ReservationEvent;
import org.counterfoil.domain.reservation.ReservationId;
import org.counterfoil.domain.seathold.PerformanceSeats;
import org.counterfoil.domain.seathold.SeatHoldCommand;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.seathold.TicketEvents;
import org.counterfoil.domain.voucher.Voucher;
import org.counterfoil.domain.voucher.VoucherCommand;
import org.counterfoil.domain.voucher.VoucherDecider;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.waitinglist.WaitingListCommand;
import org.counterfoil.domain.waitinglist.WaitingListDecider;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand;
import org.counterfoil.domain.waitingroom.WaitingRoomDecider;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;

/**
 * One performance's sale as the command service runs it, without a store: loads what a command
 * touches, asks the decider, applies what was accepted, keeps the log.
 */
public class Desk {

  private final PerformanceDecider performanceDecider = new PerformanceDecider();
  private final WaitingRoomDecider roomDecider = new WaitingRoomDecider();
  private final SeatHoldDecider holdDecider = new SeatHoldDecider();
  private final WaitingListDecider waitingListDecider = new WaitingListDecider();
  private final HeldBackDecider heldBackDecider = new HeldBackDecider();
  private final TicketEvents ticketEvents = new TicketEvents();
  private final OrderDecider orderDecider = new OrderDecider();
  private final ReservationDecider reservationDecider = new ReservationDecider();
  private final VoucherDecider voucherDecider = new VoucherDecider();
  private final PassDecider passDecider = new PassDecider();

  private final Performance performance = new Performance(Theatre.PLANS);
  private final SeatInventory inventory = new SeatInventory();
  private final Map<OrderId, Order> orders = new LinkedHashMap<>();
  private final Map<ReservationId, Reservation> reservations = new LinkedHashMap<>();
  private final Map<VoucherId, Voucher> vouchers = new LinkedHashMap<>();
  private final Map<PassId, Pass> passes = new LinkedHashMap<>();
  private final List<Event> log = new ArrayList<>();

  /** A desk after these events. */
  public static Desk given(Event... events) {
    return after(List.of(events));
  }

  public static Desk after(List<? extends Event> events) {
    Desk desk = new Desk();
    events.forEach(desk::apply);
    return desk;
  }

  /** Decides without applying. */
  public Decision<? extends Event> decide(Command command, Instant now) {
    return switch (command) {
      case PerformanceCommand c -> performanceDecider.decide(c, performance, now);
      case WaitingRoomCommand c -> roomDecider.decide(c, performance.waitingRoom(), now);
      case SeatHoldCommand c -> holdDecider.decide(c, seats(), now);
      case WaitingListCommand c -> waitingListDecider.decide(c, seats().demand(), now);
      case HeldBackCommand c -> heldBackDecider.decide(c, seats().house(), now);
      case OrderCommand c -> orderDecider.decide(c, new Sale(order(c.orderId()), seats()), now);
      case ReservationCommand c ->
          reservationDecider.decide(c, new Booking(reservation(c.reservationId()), seats()), now);
      case VoucherCommand c -> voucherDecider.decide(c, voucher(c.voucherId()), now);
      case PassCommand c -> passDecider.decide(c, pass(c.passId()), now);
      default -> throw new AssertionError("Expected a command of a sale, but it is " + command);
    };
  }

  /** Decides, and applies what was accepted. */
  public Decision<? extends Event> handle(Command command, Instant now) {
    Decision<? extends Event> decision = decide(command, now);
    if (decision instanceof Decision.Accepted<? extends Event> accepted) {
      accepted.events().forEach(this::apply);
    }
    return decision;
  }

  public void apply(Event event) {
    switch (event) {
      case PerformanceEvent e -> performanceDecider.evolve(performance, e);
      case WaitingRoomEvent e -> roomDecider.evolve(performance.waitingRoom(), e);
      case SeatHoldEvent e -> holdDecider.evolve(seats(), e);
      case TicketEvent e -> ticketEvents.evolve(seats(), e);
      case WaitingListEvent e -> waitingListDecider.evolve(seats().demand(), e);
      case HeldBackEvent e -> heldBackDecider.evolve(seats().house(), e);
      case OrderEvent e ->
          orderDecider.evolve(orders.computeIfAbsent(e.orderId(), id -> new Order()), e);
      case VoucherEvent e ->
          voucherDecider.evolve(vouchers.computeIfAbsent(e.voucherId(), id -> new Voucher()), e);
      case PassEvent e ->
          passDecider.evolve(passes.computeIfAbsent(e.passId(), id -> new Pass()), e);
      case ReservationEvent e ->
          ReservationDecider.evolve(
              reservations.computeIfAbsent(e.reservationId(), id -> new Reservation()), e);
      default -> throw new AssertionError("Expected an event of a sale, but it is " + event);
    }
    log.add(event);
  }

  public Performance performance() {
    return performance;
  }

  public SeatInventory inventory() {
    return inventory;
  }

  public PerformanceSeats seats() {
    return new PerformanceSeats(performance, inventory);
  }

  /** The order's state; an empty one where there is no such order. */
  public Order order(OrderId id) {
    Order order = orders.get(id);
    return order == null ? new Order() : order;
  }

  /** The reservation's state; an empty one where there is no such reservation. */
  public Reservation reservation(ReservationId id) {
    Reservation reservation = reservations.get(id);
    return reservation == null ? new Reservation() : reservation;
  }

  /** The voucher's state; an empty one where there is no such voucher. */
  public Voucher voucher(VoucherId id) {
    Voucher voucher = vouchers.get(id);
    return voucher == null ? new Voucher() : voucher;
  }

  /** The pass's state; an empty one where there is no such pass. */
  public Pass pass(PassId id) {
    Pass pass = passes.get(id);
    return pass == null ? new Pass() : pass;
  }

  public List<Event> log() {
    return log;
  }

  /** Everything that can be known about the state. */
  public String picture() {
    return Picture.of(List.of(performance, inventory, orders, reservations, vouchers, passes));
  }
}
