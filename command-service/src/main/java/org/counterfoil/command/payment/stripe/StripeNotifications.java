package org.counterfoil.command.payment.stripe;

import com.google.gson.JsonParseException;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Dispute;
import com.stripe.model.Event;
import com.stripe.model.PaymentIntent;
import com.stripe.model.Refund;
import com.stripe.model.StripeObject;
import com.stripe.model.checkout.Session;
import com.stripe.net.Webhook;
import java.time.Clock;
import org.counterfoil.command.payment.NotificationRefused;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.SignedNotification;
import org.jspecify.annotations.Nullable;

/** Verifies and reads what Stripe tells, with Stripe's own library. */
final class StripeNotifications {

  private static final String HEADER = "Stripe-Signature";

  private static final String TAKEN = "charge.dispute.funds_withdrawn";
  private static final String RETURNED = "charge.dispute.funds_reinstated";

  private final String secret;
  private final Clock clock;
  private final StripePayments payments;

  StripeNotifications(String secret, Clock clock, StripePayments payments) {
    this.secret = secret;
    this.clock = clock;
    this.payments = payments;
  }

  /** What it says; nothing where it is about something else, which Stripe also tells. */
  @Nullable PaymentNotification read(SignedNotification sent) throws NotificationRefused {
    Event event = verified(sent);
    StripeObject subject = subject(event);
    try {
      return switch (subject) {
        case Dispute dispute -> said(event.getType(), dispute);
        case Session session -> Metadata.said(session);
        case Refund refund -> Metadata.said(refund);
        default -> null;
      };
    } catch (IllegalArgumentException strange) {
      throw NotificationRefused.unintelligible(
          "Expected ids, an amount and a currency in the metadata, but there are others");
    }
  }

  /**
   * A dispute names Stripe's own payment, which has our ids. It matters when money moves: that it
   * begins or is closed changes nothing more.
   */
  private @Nullable PaymentNotification said(String type, Dispute dispute) {
    boolean isTaken = type.equals(TAKEN);
    if (!isTaken && !type.equals(RETURNED)) {
      return null;
    }
    PaymentIntent intent = payments.disputed(dispute);
    return isTaken ? Metadata.takenBack(dispute, intent) : Metadata.restored(dispute, intent);
  }

  private Event verified(SignedNotification sent) throws NotificationRefused {
    String signature = sent.headers().first(HEADER);
    if (signature == null) {
      throw NotificationRefused.forged("Expected a " + HEADER + ", but there is none");
    }
    try {
      return Webhook.constructEvent(
          sent.body(), signature, secret, Webhook.DEFAULT_TOLERANCE, clock);
    } catch (SignatureVerificationException forged) {
      throw NotificationRefused.forged(
          "Expected Stripe's signature of this body, made lately, but it is not");
    } catch (JsonParseException unreadable) {
      throw unintelligible();
    }
  }

  /** Whatever version of its API Stripe speaks in: what is read of it is in all of them. */
  private static StripeObject subject(Event event) throws NotificationRefused {
    try {
      return event.getDataObjectDeserializer().deserializeUnsafe();
    } catch (EventDataObjectDeserializationException | JsonParseException unreadable) {
      throw unintelligible();
    }
  }

  private static NotificationRefused unintelligible() {
    return NotificationRefused.unintelligible(
        "Expected a notification of Stripe's, but it is none");
  }
}
