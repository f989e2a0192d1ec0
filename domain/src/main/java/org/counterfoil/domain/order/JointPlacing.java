package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Rejection;
import org.counterfoil.domain.order.JointOrderCommand.PartWish;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.jspecify.annotations.Nullable;

/**
 * Decides a wish for an order over several performances: all of its parts are placed, with one end
 * for all their holds, or none is.
 */
final class JointPlacing {

  private final PlaceJointOrder wish;
  private final List<OrderPlacing> parts = new ArrayList<>();

  JointPlacing(PlaceJointOrder wish, JointSale sale, Instant now) {
    this.wish = wish;
    TicketSorting sorting = new TicketSorting(wish.wishes(), sale);
    sorting.sort(wish.tickets());
    for (int i = 0; i < wish.wishes().size(); i++) {
      PartWish part = wish.wishes().get(i);
      PlaceOrder place =
          new PlaceOrder(
              part.orderId(),
              part.performanceId(),
              part.holds(),
              sorting.of(i),
              part.lines(),
              part.caller());
      parts.add(new OrderPlacing(place, sale.parts().get(i), now));
    }
  }

  Decision<Event> decide() {
    Decision<Event> refusal = refuseUnknown();
    refusal = refusal == null ? refuseDifferent() : refusal;
    for (OrderPlacing part : parts) {
      refusal = refusal == null ? part.refuseHolds() : refusal;
    }
    for (OrderPlacing part : parts) {
      refusal = refusal == null ? part.refuseContents() : refusal;
    }
    refusal = refusal == null ? refuseOtherMoney() : refusal;
    refusal = refusal == null ? refusePasses() : refusal;
    refusal = refusal == null ? Subscriptions.refuse(parts) : refusal;
    return refusal == null ? accept() : refusal;
  }

  private Decision<Event> accept() {
    Instant payBefore =
        parts.stream().map(OrderPlacing::payBefore).max(Instant::compareTo).orElseThrow();
    boolean isFree = parts.stream().allMatch(part -> part.totalMinor() == 0);
    List<Event> events = new ArrayList<>();
    parts.forEach(part -> events.addAll(part.ordered(payBefore, wish.parts(), isFree)));
    return Decision.accept(events);
  }

  /** A pass pays in the lane of one performance. */
  private @Nullable Decision<Event> refusePasses() {
    boolean isAsked =
        parts.stream().flatMap(part -> part.types().stream()).anyMatch(type -> type.pass() != null);
    return isAsked
        ? Decision.reject(
            OrderRejection.PASS_NEEDS_ORDER_OF_ITS_OWN,
            "Expected tickets that money pays for, because the order is over several performances,"
                + " but some of them ask for a pass")
        : null;
  }

  private @Nullable Decision<Event> refuseUnknown() {
    return parts.stream()
        .map(OrderPlacing::refuseUnknownPerformance)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private @Nullable Decision<Event> refuseDifferent() {
    Decision<Event> refusal =
        refuseUnlessSame(
            part -> part.performance().organisation(),
            OrderRejection.ORGANISATIONS_DIFFER,
            "performances of one organisation");
    return refusal == null
        ? refuseUnlessSame(
            part -> isTraining(part.performance().scheduled()),
            OrderRejection.TRAINING_DIFFERS,
            "performances that are all for training or all not")
        : refusal;
  }

  private static Boolean isTraining(PerformanceScheduled scheduled) {
    return scheduled.isTraining();
  }

  /** The money of one order is of one currency, and in one till. */
  private @Nullable Decision<Event> refuseOtherMoney() {
    Decision<Event> refusal =
        refuseUnlessSame(
            OrderPlacing::currency, OrderRejection.CURRENCIES_DIFFER, "prices in one currency");
    return refusal == null
        ? refuseUnlessSame(
            part -> Objects.requireNonNullElse(part.agent(), part.performance().organisation()),
            OrderRejection.AGENTS_DIFFER,
            "holds whose money is one organisation's")
        : refusal;
  }

  private @Nullable Decision<Event> refuseUnlessSame(
      Function<OrderPlacing, Object> fact, Rejection code, String expected) {
    List<Object> facts = parts.stream().map(fact).distinct().toList();
    return facts.size() == 1
        ? null
        : Decision.reject(code, "Expected " + expected + ", but they have " + facts);
  }
}
