package org.counterfoil.command.order;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads orders from the log, as they stand at this moment. */
public final class OrderHistory {

  private final EventLog log;

  public OrderHistory(EventLog log) {
    this.log = log;
  }

  /**
   * An order as it stands.
   *
   * @param sequence of its last event in its stream
   * @param position of that event
   */
  public record Standing(Order order, List<RefundState> refunds, long sequence, long position) {}

  /**
   * Money that is owed back, or went back.
   *
   * @param provider who sends it; missing where it is paid at the counter
   */
  public record RefundState(
      RefundId refundId,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      long amountMinor,
      String reason,
      boolean isPaid) {

    RefundState paid() {
      return new RefundState(refundId, paymentId, method, provider, amountMinor, reason, true);
    }
  }

  /** The order; an unknown one ends the request as a 404. */
  public Standing of(OrderId id) {
    List<RecordedEvent> recorded = log.readStream(id.value());
    if (recorded.isEmpty() || !(recorded.getFirst().envelope().payload() instanceof OrderEvent)) {
      throw Problem.refused(
              OrderRejection.UNKNOWN_ORDER, "Expected an order, but there is none with id " + id)
          .exception();
    }
    OrderDecider decider = new OrderDecider();
    Order order = new Order();
    List<RefundState> refunds = new ArrayList<>();
    for (RecordedEvent each : recorded) {
      OrderEvent event = (OrderEvent) each.envelope().payload();
      decider.evolve(order, event);
      follow(refunds, event);
    }
    RecordedEvent last = recorded.getLast();
    return new Standing(order, refunds, last.envelope().sequence(), last.position());
  }

  private static void follow(List<RefundState> refunds, OrderEvent event) {
    if (event instanceof RefundDue due) {
      refunds.add(
          new RefundState(
              due.refundId(),
              due.paymentId(),
              due.method(),
              due.provider(),
              due.amount().minor(),
              due.reason().name(),
              false));
    } else if (event instanceof TicketsRefunded refunded) {
      add(refunds, refunded.parts(), refunded.reason());
    } else if (event instanceof TicketsExchanged exchanged) {
      add(refunds, exchanged.parts(), TicketReason.EXCHANGED);
    } else if (event instanceof PaymentRestored restored) {
      add(refunds, restored);
    } else if (event instanceof TicketsExchangedElsewhere elsewhere) {
      add(refunds, elsewhere.parts(), TicketReason.EXCHANGED);
    } else if (event instanceof RefundPaid paid) {
      pay(refunds, paid.refundId());
    } else if (event instanceof RefundPaidOut paid) {
      pay(refunds, paid.refundId());
    }
  }

  private static void add(List<RefundState> refunds, PaymentRestored restored) {
    RefundId refund = restored.refundId();
    if (refund != null) {
      refunds.add(
          new RefundState(
              refund,
              restored.paymentId(),
              restored.method(),
              null,
              restored.amount().minor(),
              RefundReason.PAID_TWICE.name(),
              false));
    }
  }

  private static void add(List<RefundState> refunds, List<RefundPart> parts, TicketReason reason) {
    for (RefundPart part : parts) {
      refunds.add(
          new RefundState(
              part.refundId(),
              part.paymentId(),
              part.method(),
              part.provider(),
              part.amountMinor(),
              reason.name(),
              part.isPaid()));
    }
  }

  private static void pay(List<RefundState> refunds, RefundId paid) {
    refunds.replaceAll(refund -> refund.refundId().equals(paid) ? refund.paid() : refund);
  }
}
