package org.counterfoil.command.payment.stripe;

import com.google.gson.JsonParseException;
import com.stripe.exception.EventDataObjectDeserializationException;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
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

  private final String secret;
  private final Clock clock;

  StripeNotifications(String secret, Clock clock) {
    this.secret = secret;
    this.clock = clock;
  }

  /** What it says; nothing where it is about something else, which Stripe also tells. */
  @Nullable PaymentNotification read(SignedNotification sent) throws NotificationRefused {
    StripeObject subject = subject(verified(sent));
    try {
      return switch (subject) {
        case Session session -> Metadata.said(session);
        case Refund refund -> Metadata.said(refund);
        default -> null;
      };
    } catch (IllegalArgumentException strange) {
      throw NotificationRefused.unintelligible(
          "Expected ids, an amount and a currency in the metadata, but there are others");
    }
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
