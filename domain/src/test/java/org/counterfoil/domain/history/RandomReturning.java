package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.PayRefund;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.TransferTicket;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;

/** Brings tickets back: for all of their money, a part of it, or none; and moves the date. */
final class RandomReturning {

  private final Random random;
  private final Desk desk;
  private final Supplier<RefundId> refundIds;

  RandomReturning(Random random, Desk desk, Supplier<RefundId> refundIds) {
    this.random = random;
    this.desk = desk;
    this.refundIds = refundIds;
  }

  Command next(OrderId id) {
    int dice = random.nextInt(20);
    if (dice < 7) {
      return refund(id);
    } else if (dice < 11) {
      return exchange(id);
    } else if (dice < 14) {
      return takeBack(id);
    } else if (dice < 15) {
      return new VoidTickets(id, PERFORMANCE, some(id), TicketReason.DUPLICATE);
    } else if (dice < 18) {
      return payRefund(id);
    } else if (dice < 19) {
      List<TicketId> some = some(id);
      TicketId ticket = some.isEmpty() ? new TicketId(id.value()) : some.getFirst();
      // Without another throw of the dice: each ticket is of those that are lost, or given away.
      boolean isLost = ticket.value().getLeastSignificantBits() % 2 == 0;
      Integer heldSince = desk.order(id).issueOf(ticket) == 0 ? 0 : null;
      return isLost
          ? new ReissueTicket(id, PERFORMANCE, ticket)
          : new TransferTicket(id, PERFORMANCE, ticket, heldSince, false);
    }
    // Not before everything that a history may still do.
    Instant startsAt = desk.performance().startsAt().plusSeconds(random.nextInt(3600));
    return new ReschedulePerformance(PERFORMANCE, startsAt, null);
  }

  /** Ids for refunds of every payment. */
  List<RefundId> spare(OrderId id) {
    int payments = desk.order(id).payments().size();
    return Stream.generate(refundIds).limit(Math.max(1, payments)).toList();
  }

  /** Mostly what was taken back last comes again; else any payment of the order is taken back. */
  private Command takeBack(OrderId id) {
    List<PaymentTakenBack> gone =
        desk.log().stream()
            .filter(PaymentTakenBack.class::isInstance)
            .map(PaymentTakenBack.class::cast)
            .toList();
    if (!gone.isEmpty() && random.nextInt(3) > 0) {
      PaymentTakenBack last = gone.getLast();
      return new RestorePayment(
          last.orderId(),
          PERFORMANCE,
          last.paymentId(),
          false,
          0,
          random.nextBoolean(),
          refundIds.get());
    }
    List<Order.Payment> payments = desk.order(id).payments();
    Order.Payment one = payments.isEmpty() ? null : payments.get(random.nextInt(payments.size()));
    return new TakeBackPayment(
        id,
        PERFORMANCE,
        one == null ? new PaymentId(id.value()) : one.id(),
        TakenBackReason.DISPUTED,
        one == null || random.nextInt(3) > 0 ? null : 1 + random.nextLong(one.amount().minor() + 1),
        random.nextBoolean(),
        random.nextInt(20),
        random.nextInt(4) == 0,
        random.nextBoolean());
  }

  private RefundTickets refund(OrderId id) {
    RefundTo[] ways = RefundTo.values();
    return new RefundTickets(
        id,
        PERFORMANCE,
        some(id),
        random.nextInt(4) > 0
            ? List.of()
            : desk.order(id).lines().stream().map(line -> line.line().lineId()).toList(),
        random.nextBoolean(),
        random.nextBoolean() ? null : random.nextLong(4000),
        ways[random.nextInt(ways.length)],
        TicketReason.CUSTOMER_REQUEST,
        random.nextBoolean(),
        spare(id));
  }

  /**
   * For all places of any hold, mostly of the newest that is no order's; of one ticket, mostly, so
   * that there often is more to pay.
   */
  private Command exchange(OrderId id) {
    List<SeatHold> holds = List.copyOf(desk.inventory().placedHolds());
    if (holds.isEmpty()) {
      return payRefund(id);
    }
    List<SeatHold> unordered = holds.stream().filter(hold -> hold.orderId() == null).toList();
    SeatHold hold =
        unordered.isEmpty() || random.nextInt(4) == 0
            ? holds.get(random.nextInt(holds.size()))
            : unordered.getLast();
    List<TicketWish> wishes = new ArrayList<>();
    for (HeldSeat seat : hold.seats()) {
      wishes.add(wish(seat.seatId(), null));
    }
    for (HeldArea area : hold.areas()) {
      for (int place = 0; place < area.quantity(); place++) {
        wishes.add(wish(null, area.area()));
      }
    }
    List<TicketId> given = some(id);
    if (!given.isEmpty() && random.nextInt(4) > 0) {
      given = List.of(given.getFirst());
    }
    RefundTo[] ways = RefundTo.values();
    return new ExchangeTickets(
        id,
        PERFORMANCE,
        given,
        hold.id(),
        wishes,
        Theatre.STAFF,
        random.nextInt(5) == 0 ? null : PaymentMethod.CARD,
        random.nextBoolean() ? null : new ProviderName("simulated"),
        null,
        random.nextInt(5) == 0 ? null : ways[random.nextInt(ways.length)],
        new PaymentId(refundIds.get().value()),
        spare(id));
  }

  private TicketWish wish(SeatId seat, AreaName area) {
    return new TicketWish(new TicketId(refundIds.get().value()), seat, area, Theatre.FULL, null);
  }

  private PayRefund payRefund(OrderId id) {
    List<RefundId> known = new ArrayList<>();
    for (Event event : desk.log()) {
      if (event instanceof TicketsRefunded refunded && refunded.orderId().equals(id)) {
        refunded.parts().stream().map(RefundPart::refundId).forEach(known::add);
      }
    }
    RefundId refund = known.isEmpty() ? refundIds.get() : known.get(random.nextInt(known.size()));
    return new PayRefund(id, PERFORMANCE, refund, PaymentMethod.CASH, null);
  }

  private List<TicketId> some(OrderId id) {
    Order order = desk.order(id);
    return order.tickets().stream()
        .filter(ticket -> random.nextInt(3) > 0)
        .map(ticket -> ticket.issued().ticket().ticketId())
        .toList();
  }
}
