package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.JointOrderCommand.ConfirmJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.ExchangeElsewhere;
import org.counterfoil.domain.order.JointOrderCommand.FailJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.LapseJointly;
import org.counterfoil.domain.order.JointOrderCommand.PlaceJointOrder;
import org.counterfoil.domain.order.JointOrderCommand.RestoreJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.ReturnJointly;
import org.counterfoil.domain.order.JointOrderCommand.SellJointOnAccount;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeBackJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;

/**
 * Decides about orders over several performances. Each part is an order like any other, with its
 * own stream, payments and tickets; what is decided here is only what must happen to all of them or
 * to none: that they are placed, paid, sold on account, given back, or exchanged for others. A
 * decision holds the events of all parts and of their performances, which are stored in one unit of
 * work or not at all.
 */
public final class JointOrderDecider {

  private static final OrderDecider ALONE = new OrderDecider();
  private static final SeatHoldDecider SEATS = new SeatHoldDecider();

  /**
   * Answers what the command leads to, in the order in which it is to be recorded.
   *
   * @param sale the parts that the command names, in its order
   * @throws IllegalArgumentException where they are not of several performances, each of another
   */
  public Decision<Event> decide(JointOrderCommand command, JointSale sale, Instant now) {
    requireSeveral(command.parts());
    boolean isKnown =
        command instanceof PlaceJointOrder
            || command instanceof ReturnJointly
            || command instanceof ExchangeElsewhere
            || sale.isOf(command.parts())
            || isPaidByOne(command, sale);
    if (!isKnown) {
      return Decision.reject(
          OrderRejection.UNKNOWN_ORDER,
          "Expected a joint order of these parts, but there is none with id "
              + command.parts().getFirst().orderId());
    }
    return switch (command) {
      case PlaceJointOrder place -> new JointPlacing(place, sale, now).decide();
      case TakeJointPayment take -> JointPayments.take(take, sale, now);
      case StartJointPayment start -> JointPayments.start(start, sale, now);
      case ConfirmJointPayment confirm -> JointPayments.confirm(confirm, sale, now);
      case FailJointPayment fail -> JointPayments.fail(fail, sale);
      case TakeBackJointPayment taken -> JointTakingBack.takeBack(taken, sale, now);
      case RestoreJointPayment restored -> JointTakingBack.restore(restored, sale);
      case LapseJointly lapse -> lapse(sale, now);
      case SellJointOnAccount sell -> sellOnAccount(sale, now);
      case ReturnJointly back -> giveBack(back, sale, now);
      case ExchangeElsewhere exchange -> new ExchangingElsewhere(exchange, sale, now).decide();
    };
  }

  /** Orders that tickets went to by an exchange know the payment that went with them. */
  private static boolean isPaidByOne(JointOrderCommand command, JointSale sale) {
    return switch (command) {
      case TakeBackJointPayment taken -> sale.allKnow(taken.paymentId());
      case RestoreJointPayment restored -> sale.allKnow(restored.paymentId());
      default -> false;
    };
  }

  private static void requireSeveral(List<OrderPart> parts) {
    long performances = parts.stream().map(OrderPart::performanceId).distinct().count();
    if (performances < 2 || performances < parts.size()) {
      throw new IllegalArgumentException(
          "Expected parts of several performances, each of another, but they are " + parts);
    }
  }

  /** The holds that are still kept; the orders lapse with them, in the same unit of work. */
  private static Decision<Event> lapse(JointSale sale, Instant now) {
    List<Event> events = new ArrayList<>();
    if (sale.parts().stream().anyMatch(part -> part.order().status() == Order.Status.LAPSED)) {
      for (Sale part : sale.parts()) {
        if (part.order().status() == Order.Status.PLACED) {
          events.addAll(release(part, now));
        }
      }
    }
    return Decision.accept(events);
  }

  private static List<Event> release(Sale part, Instant now) {
    List<Event> events = new ArrayList<>();
    OrderPlaced order = part.order().placed();
    for (HoldId hold : order.holds()) {
      Decision<SeatHoldEvent> released =
          SEATS.decide(new ReleaseHold(order.performanceId(), hold), part.seats(), now);
      if (released instanceof Decision.Accepted<SeatHoldEvent> accepted) {
        events.addAll(accepted.events());
      }
    }
    return events;
  }

  private static Decision<Event> sellOnAccount(JointSale sale, Instant now) {
    if (sale.parts().stream().anyMatch(part -> part.order().isOnAccount())) {
      return Decision.accept();
    }
    List<Event> events = new ArrayList<>();
    for (Sale part : sale.parts()) {
      switch (OnAccount.put(part, now)) {
        case Decision.Rejected<Event> refused -> {
          return refused;
        }
        case Decision.Accepted<Event> put -> events.addAll(put.events());
      }
    }
    return Decision.accept(events);
  }

  /** Each part decides as it would alone; the first refusal is everybody's. */
  private static Decision<Event> giveBack(ReturnJointly back, JointSale sale, Instant now) {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < back.returns().size(); i++) {
      switch (ALONE.decide(back.returns().get(i), sale.parts().get(i), now)) {
        case Decision.Rejected<Event> refused -> {
          return refused;
        }
        case Decision.Accepted<Event> returned -> events.addAll(returned.events());
      }
    }
    return Decision.accept(events);
  }
}
