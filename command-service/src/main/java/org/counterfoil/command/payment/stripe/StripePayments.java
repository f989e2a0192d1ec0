package org.counterfoil.command.payment.stripe;

import com.stripe.StripeClient;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.model.Dispute;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentSearchParams;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.command.payment.PaymentProvider.Refund;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.domain.order.PaymentId;
import org.jspecify.annotations.Nullable;

/**
 * Calls Stripe's API. Every call that changes something carries a key made of our id, so that
 * Stripe does it once however often it is asked.
 */
final class StripePayments {

  /** Stripe ends no session sooner than 30 minutes; we end it when nobody shall pay any more. */
  private static final Duration SESSION = Duration.ofHours(1);

  /** Stripe forgets keys after a day; until then the first answer comes again. */
  private static final Duration KEYS_REMEMBERED = Duration.ofHours(23);

  private static final long MOST_REFUNDS = 100;

  private final StripeClient stripe;
  private final String returnUrl;
  private final Clock clock;

  StripePayments(StripeClient stripe, String returnUrl, Clock clock) {
    this.stripe = stripe;
    this.returnUrl = returnUrl;
    this.clock = clock;
  }

  /** What was found out; no notification while nothing is decided. */
  record Found(@Nullable PaymentNotification notification) {}

  URI begin(Checkout checkout) throws StripeException {
    Session session = session(checkout);
    if (session.getUrl() == null) {
      throw new ProviderUnavailable("Expected the address of Stripe's page, but there is none");
    }
    return URI.create(session.getUrl());
  }

  /** Again with the same key Stripe answers with the session that there is. */
  private Session session(Checkout checkout) throws StripeException {
    return stripe
        .v1()
        .checkout()
        .sessions()
        .create(wish(checkout), key("payment-" + checkout.paymentId()));
  }

  /** The same to the letter however often it is asked: Stripe compares. */
  private SessionCreateParams wish(Checkout checkout) {
    String order = checkout.orderId().toString();
    String payment = checkout.paymentId().toString();
    return SessionCreateParams.builder()
        .setMode(SessionCreateParams.Mode.PAYMENT)
        .addPaymentMethodType(SessionCreateParams.PaymentMethodType.CARD)
        .setClientReferenceId(order)
        .setSuccessUrl(returnUrl)
        .setCancelUrl(returnUrl)
        .setExpiresAt(begunAt(checkout.paymentId()).plus(SESSION).getEpochSecond())
        .putMetadata(Metadata.ORDER, order)
        .putMetadata(Metadata.PAYMENT, payment)
        .setPaymentIntentData(
            SessionCreateParams.PaymentIntentData.builder()
                .putMetadata(Metadata.ORDER, order)
                .putMetadata(Metadata.PAYMENT, payment)
                .build())
        .addLineItem(
            SessionCreateParams.LineItem.builder()
                .setQuantity(1L)
                .setPriceData(
                    SessionCreateParams.LineItem.PriceData.builder()
                        .setCurrency(
                            checkout.amount().currency().getCurrencyCode().toLowerCase(Locale.ROOT))
                        .setUnitAmount(checkout.amount().minor())
                        .setProductData(
                            SessionCreateParams.LineItem.PriceData.ProductData.builder()
                                .setName("Order " + order)
                                .build())
                        .build())
                .build())
        .build();
  }

  /**
   * Asks what became of a payment.
   *
   * @param isOver whether nobody shall pay any more: then an open session is ended
   */
  Found whatBecameOf(Checkout checkout, boolean isOver) throws StripeException {
    if (begunAt(checkout.paymentId()).plus(KEYS_REMEMBERED).isBefore(clock.instant())) {
      return new Found(
          intent(checkout.paymentId())
              .map(intent -> Metadata.captured(checkout, intent))
              .orElseGet(() -> Metadata.failed(checkout)));
    }
    Session session = stripe.v1().checkout().sessions().retrieve(session(checkout).getId());
    if (isOver && "open".equals(session.getStatus())) {
      session = end(session);
    }
    return new Found(Metadata.said(session));
  }

  /** One that was paid in this moment is not ended: then it says so. */
  private Session end(Session session) throws StripeException {
    try {
      return stripe.v1().checkout().sessions().expire(session.getId());
    } catch (InvalidRequestException notOpen) {
      return stripe.v1().checkout().sessions().retrieve(session.getId());
    }
  }

  /**
   * Sends money back, unless it is on its way.
   *
   * @return whether it has arrived
   */
  boolean giveBack(Refund refund) throws StripeException {
    PaymentIntent intent =
        intent(refund.paymentId())
            .orElseThrow(
                () ->
                    new ProviderUnavailable(
                        "Expected payment " + refund.paymentId() + " at Stripe, but it is not"));
    String id = refund.refundId().toString();
    List<com.stripe.model.Refund> earlier = new ArrayList<>();
    stripe
        .v1()
        .refunds()
        .list(
            RefundListParams.builder()
                .setPaymentIntent(intent.getId())
                .setLimit(MOST_REFUNDS)
                .build())
        .autoPagingIterable()
        .forEach(one -> earlier.add(one));
    earlier.removeIf(one -> !Metadata.isOf(one, id));
    for (com.stripe.model.Refund one : earlier) {
      if (Metadata.isPaid(one)) {
        return true;
      }
      if (!Metadata.isLost(one)) {
        return false;
      }
    }
    // What failed at the buyer's bank is tried anew, under a key that counts the attempts.
    return Metadata.isPaid(
        stripe
            .v1()
            .refunds()
            .create(
                RefundCreateParams.builder()
                    .setPaymentIntent(intent.getId())
                    .setAmount(refund.amount().minor())
                    .putMetadata(Metadata.ORDER, refund.orderId().toString())
                    .putMetadata(Metadata.REFUND, id)
                    .build(),
                key("refund-" + id + "-" + earlier.size())));
  }

  /**
   * The payment that a dispute is about.
   *
   * @throws ProviderUnavailable where Stripe does not answer; it tells again
   */
  PaymentIntent disputed(Dispute dispute) {
    try {
      return stripe.v1().paymentIntents().retrieve(dispute.getPaymentIntent());
    } catch (StripeException failed) {
      throw new ProviderUnavailable(
          "Expected Stripe to know the disputed payment, but it answered "
              + failed.getStatusCode());
    }
  }

  private Optional<PaymentIntent> intent(PaymentId payment) throws StripeException {
    return stripe
        .v1()
        .paymentIntents()
        .search(
            PaymentIntentSearchParams.builder()
                .setQuery(
                    "status:'succeeded' AND metadata['" + Metadata.PAYMENT + "']:'" + payment + "'")
                .build())
        .getData()
        .stream()
        .findFirst();
  }

  private static RequestOptions key(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  /** A payment's id is made when it is begun, and says when. */
  private static Instant begunAt(PaymentId payment) {
    UUID id = payment.value();
    return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
  }
}
