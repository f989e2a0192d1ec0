package org.counterfoil.command.order;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.order.OrderHistory.Standing;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.OtherOrder;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.seathold.TicketId;

/**
 * Finds, of a joint order, the parts that something is about. What is nobody's is left to the first
 * part, which refuses it as unknown.
 */
public final class OrderParts {

  private final OrderHistory history;

  OrderParts(OrderHistory history) {
    this.history = history;
  }

  /** What of a joint order's part is to come back. */
  public record Returned(List<TicketId> tickets, List<LineId> lines) {}

  /**
   * The part whose ticket or payment a refund goes back for. A provider may name the order that it
   * was paid for, although the money went with tickets to others since.
   */
  public OrderPart owing(OrderFacts order, RefundId refund) {
    return first(
            order,
            standing ->
                standing.refunds().stream().anyMatch(known -> known.refundId().equals(refund)))
        .orElse(own(order).getFirst());
  }

  /**
   * Those that have money of a payment: parts of the order, and orders that tickets were exchanged
   * for, with which their share of it went. Where none has any, the one that knows of it.
   */
  public List<OrderPart> keeping(OrderFacts order, PaymentId payment) {
    List<OrderPart> keeping =
        reached(order)
            .filter(reached -> keeps(reached.standing().order(), payment))
            .map(Reached::part)
            .toList();
    return keeping.isEmpty()
        ? List.of(
            first(order, standing -> standing.order().payment(payment) != null)
                .orElse(own(order).getFirst()))
        : keeping;
  }

  private static boolean keeps(Order order, PaymentId id) {
    Order.Payment payment = order.payment(id);
    return payment != null && order.keptMinor(payment) > 0;
  }

  private Optional<OrderPart> first(OrderFacts order, Predicate<Standing> about) {
    return reached(order)
        .filter(reached -> about.test(reached.standing()))
        .map(Reached::part)
        .findFirst();
  }

  private static List<OrderPart> own(OrderFacts order) {
    return order.isJoint()
        ? order.parts()
        : List.of(new OrderPart(order.orderId(), order.performanceId(), List.of()));
  }

  private record Reached(OrderPart part, Standing standing) {}

  /** The order's parts, and then the orders that their tickets were exchanged for, one by one. */
  private Stream<Reached> reached(OrderFacts order) {
    Deque<OrderPart> next = new ArrayDeque<>(own(order));
    return Stream.generate(() -> next)
        .takeWhile(waiting -> !waiting.isEmpty())
        .map(
            waiting -> {
              OrderPart part = waiting.remove();
              Standing standing = history.of(part.orderId());
              for (OtherOrder other : standing.order().exchangedInto()) {
                waiting.add(new OrderPart(other.orderId(), other.performanceId(), List.of()));
              }
              return new Reached(part, standing);
            });
  }

  /** The parts that tickets and lines are of, in the order of the parts. */
  public Map<OrderPart, Returned> of(OrderFacts order, List<TicketId> tickets, List<LineId> lines) {
    List<TicketId> unknownTickets = new ArrayList<>(tickets);
    List<LineId> unknownLines = new ArrayList<>(lines);
    Map<OrderPart, Returned> parts = new LinkedHashMap<>();
    for (OrderPart part : order.parts()) {
      Order state = history.of(part.orderId()).order();
      List<TicketId> own = tickets.stream().filter(id -> state.ticket(id) != null).toList();
      List<LineId> ownLines =
          lines.stream()
              .filter(
                  id -> state.lines().stream().anyMatch(line -> line.line().lineId().equals(id)))
              .toList();
      if (!own.isEmpty() || !ownLines.isEmpty()) {
        parts.put(part, new Returned(own, ownLines));
      }
      unknownTickets.removeAll(own);
      unknownLines.removeAll(ownLines);
    }
    boolean isAllKnown = unknownTickets.isEmpty() && unknownLines.isEmpty();
    return isAllKnown && !parts.isEmpty()
        ? parts
        : Map.of(order.parts().getFirst(), new Returned(tickets, lines));
  }

  /** The parts of which fees are left to give back. */
  public Map<OrderPart, Returned> withFees(OrderFacts order) {
    Map<OrderPart, Returned> parts = new LinkedHashMap<>();
    for (OrderPart part : order.parts()) {
      boolean hasFees =
          history.of(part.orderId()).order().lines().stream()
              .anyMatch(one -> one.line().product() == LineProduct.FEE && one.remainingMinor() > 0);
      if (hasFees) {
        parts.put(part, new Returned(List.of(), List.of()));
      }
    }
    return parts.isEmpty()
        ? Map.of(order.parts().getFirst(), new Returned(List.of(), List.of()))
        : parts;
  }
}
