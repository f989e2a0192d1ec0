package org.counterfoil.command.payment.stripe;

import com.stripe.model.BalanceTransaction;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.checkout.Session;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.TakenBackReason;
import org.jspecify.annotations.Nullable;

/** Our ids in what is Stripe's, and what it says about them. */
final class Metadata {

  static final String ORDER = "counterfoil_order";
  static final String PAYMENT = "counterfoil_payment";
  static final String REFUND = "counterfoil_refund";

  private Metadata() {}

  /** What a session says; nothing while it is open, or where it is none of ours. */
  static @Nullable PaymentNotification said(Session session) {
    String order = value(session.getMetadata(), ORDER);
    String payment = value(session.getMetadata(), PAYMENT);
    if (order == null || payment == null) {
      return null;
    }
    if ("paid".equals(session.getPaymentStatus())) {
      return new PaymentNotification.Captured(
          OrderId.of(order),
          PaymentId.of(payment),
          money(session.getAmountTotal(), session.getCurrency()));
    }
    return "expired".equals(session.getStatus())
        ? new PaymentNotification.Failed(OrderId.of(order), PaymentId.of(payment))
        : null;
  }

  /** What a refund says; nothing until the money has gone back, or where it is none of ours. */
  static @Nullable PaymentNotification said(Refund refund) {
    String order = value(refund.getMetadata(), ORDER);
    String id = value(refund.getMetadata(), REFUND);
    return order == null || id == null || !isPaid(refund)
        ? null
        : new PaymentNotification.RefundPaid(OrderId.of(order), RefundId.of(id));
  }

  /** What a dispute took; nothing where the payment is none of ours. */
  static @Nullable PaymentNotification takenBack(Dispute dispute, PaymentIntent intent) {
    String order = value(intent.getMetadata(), ORDER);
    String payment = value(intent.getMetadata(), PAYMENT);
    return order == null || payment == null
        ? null
        : new PaymentNotification.TakenBack(
            OrderId.of(order),
            PaymentId.of(payment),
            money(dispute.getAmount(), dispute.getCurrency()),
            Math.max(0, fees(dispute)),
            "fraudulent".equals(dispute.getReason())
                ? TakenBackReason.FRAUD
                : TakenBackReason.DISPUTED);
  }

  /** What came back of a dispute; nothing where the payment is none of ours. */
  static @Nullable PaymentNotification restored(Dispute dispute, PaymentIntent intent) {
    String order = value(intent.getMetadata(), ORDER);
    String payment = value(intent.getMetadata(), PAYMENT);
    return order == null || payment == null
        ? null
        : new PaymentNotification.Restored(
            OrderId.of(order), PaymentId.of(payment), Math.max(0, -lastFee(dispute)));
  }

  /** Positive where Stripe takes them. */
  private static long fees(Dispute dispute) {
    return moves(dispute).stream().mapToLong(BalanceTransaction::getFee).sum();
  }

  /** The last movement is that of the money coming back: its fee is negative where it does too. */
  private static long lastFee(Dispute dispute) {
    List<BalanceTransaction> moves = moves(dispute);
    return moves.isEmpty() ? 0 : moves.getLast().getFee();
  }

  private static List<BalanceTransaction> moves(Dispute dispute) {
    List<BalanceTransaction> moves = dispute.getBalanceTransactions();
    return moves == null ? List.of() : moves;
  }

  static PaymentNotification captured(Checkout checkout, PaymentIntent intent) {
    return new PaymentNotification.Captured(
        checkout.orderId(),
        checkout.paymentId(),
        money(intent.getAmountReceived(), intent.getCurrency()));
  }

  static PaymentNotification failed(Checkout checkout) {
    return new PaymentNotification.Failed(checkout.orderId(), checkout.paymentId());
  }

  /** Whether it is an attempt at this refund of ours. */
  static boolean isOf(Refund refund, String id) {
    return id.equals(value(refund.getMetadata(), REFUND));
  }

  static boolean isPaid(Refund refund) {
    return "succeeded".equals(refund.getStatus());
  }

  /** Whether the money came back to us. */
  static boolean isLost(Refund refund) {
    return "failed".equals(refund.getStatus()) || "canceled".equals(refund.getStatus());
  }

  private static Money money(Long minor, String currency) {
    return new Money(minor, Currency.getInstance(currency.toUpperCase(Locale.ROOT)));
  }

  private static @Nullable String value(@Nullable Map<String, String> metadata, String key) {
    return metadata == null ? null : metadata.get(key);
  }
}
