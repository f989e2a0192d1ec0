package org.counterfoil.command.payment;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.order.OrderParts;
import org.counterfoil.command.payment.TakenBackMoney.Taking;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.order.JointOrderCommand.ConfirmJointPayment;
import org.counterfoil.domain.order.JointOrderCommand.FailJointPayment;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.eventstore.id.TimeOrderedIds;

/** What a provider said of a payment, whether it told by itself or was asked, as a command. */
public final class ProviderNews {

  private final Directory directory;
  private final OrderParts parts;
  private final Lanes lanes;
  private final TakenBackMoney takenBack;
  private final TimeOrderedIds ids;

  ProviderNews(
      Directory directory,
      OrderParts parts,
      Lanes lanes,
      TakenBackMoney takenBack,
      TimeOrderedIds ids) {
    this.directory = directory;
    this.parts = parts;
    this.lanes = lanes;
    this.takenBack = takenBack;
    this.ids = ids;
  }

  /**
   * Records what a provider said when it was asked; the second time it changes nothing.
   *
   * @throws IllegalStateException where it is refused
   */
  public void record(ProviderName provider, PaymentNotification said) {
    Outcome outcome =
        lanes.submit(
            new Submission(
                command(said, directory.order(said.orderId())),
                actor(provider),
                ids.next(),
                events -> new Answer(204, ""),
                null));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "Expected what " + provider + " said to be recorded, but: " + refused.detail());
    }
  }

  Command command(PaymentNotification notification, OrderFacts order) {
    return order.isJoint() ? joint(notification, order) : alone(notification, order);
  }

  private Command joint(PaymentNotification notification, OrderFacts order) {
    return switch (notification) {
      case PaymentNotification.Captured captured ->
          new ConfirmJointPayment(
              order.parts(),
              captured.paymentId(),
              captured.amount(),
              order.parts().stream().map(part -> new HoldId(ids.next())).toList(),
              new RefundId(ids.next()));
      case PaymentNotification.Failed failed ->
          new FailJointPayment(order.parts(), failed.paymentId());
      case PaymentNotification.TakenBack taken -> takenBack(taken, order);
      case PaymentNotification.Restored restored ->
          takenBack.restore(restored.paymentId(), false, restored.feeMinor(), true, order);
      case PaymentNotification.RefundPaid paid -> refunded(paid, order);
    };
  }

  private Command alone(PaymentNotification notification, OrderFacts order) {
    return switch (notification) {
      case PaymentNotification.Captured captured ->
          new ConfirmPayment(
              captured.orderId(),
              order.performanceId(),
              captured.paymentId(),
              captured.amount(),
              new HoldId(ids.next()),
              new RefundId(ids.next()));
      case PaymentNotification.Failed failed ->
          new FailPayment(failed.orderId(), order.performanceId(), failed.paymentId());
      case PaymentNotification.TakenBack taken -> takenBack(taken, order);
      case PaymentNotification.Restored restored ->
          takenBack.restore(restored.paymentId(), false, restored.feeMinor(), true, order);
      case PaymentNotification.RefundPaid paid -> refunded(paid, order);
    };
  }

  private Command takenBack(PaymentNotification.TakenBack taken, OrderFacts order) {
    return takenBack.takeBack(
        new Taking(
            taken.paymentId(),
            taken.reason(),
            taken.amount().minor(),
            false,
            taken.feeMinor(),
            false,
            true),
        order);
  }

  private RecordRefundPaid refunded(PaymentNotification.RefundPaid paid, OrderFacts order) {
    OrderPart owing = parts.owing(order, paid.refundId());
    return new RecordRefundPaid(owing.orderId(), owing.performanceId(), paid.refundId());
  }

  /** A provider has a name, not an id; an actor has an id: the same for the same name. */
  static Actor actor(ProviderName name) {
    return new Actor(
        Actor.Kind.PAYMENT_PROVIDER,
        UUID.nameUUIDFromBytes(name.value().getBytes(StandardCharsets.UTF_8)));
  }
}
