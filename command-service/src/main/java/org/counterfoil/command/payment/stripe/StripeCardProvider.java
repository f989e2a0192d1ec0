package org.counterfoil.command.payment.stripe;

import com.stripe.exception.StripeException;
import java.net.URI;
import org.counterfoil.command.payment.NotificationRefused;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.command.payment.SignedNotification;
import org.counterfoil.domain.order.ProviderName;
import org.jspecify.annotations.Nullable;

/** Stripe as a provider like any other. */
final class StripeCardProvider implements PaymentProvider {

  static final ProviderName NAME = new ProviderName("stripe");

  private final StripePayments payments;
  private final StripeNotifications notifications;

  StripeCardProvider(StripePayments payments, StripeNotifications notifications) {
    this.payments = payments;
    this.notifications = notifications;
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  @Override
  public URI checkout(Checkout checkout) {
    return asked(() -> payments.begin(checkout));
  }

  @Override
  public boolean refund(Refund refund) {
    return asked(() -> payments.giveBack(refund));
  }

  @Override
  public boolean isAsked() {
    return true;
  }

  @Override
  public @Nullable PaymentNotification ask(Checkout checkout, boolean isOver) {
    return asked(() -> payments.whatBecameOf(checkout, isOver)).notification();
  }

  @Override
  public @Nullable PaymentNotification read(SignedNotification sent) throws NotificationRefused {
    return notifications.read(sent);
  }

  /** A call of Stripe's API. */
  @FunctionalInterface
  private interface Call<T> {
    T make() throws StripeException;
  }

  /** Whatever goes wrong is repeated: each call says by its key that it is the same. */
  private static <T> T asked(Call<T> call) {
    try {
      return call.make();
    } catch (StripeException failed) {
      throw new ProviderUnavailable(
          "Expected Stripe to take the call, but it answered "
              + failed.getStatusCode()
              + " "
              + failed.getCode()
              + " to request "
              + failed.getRequestId());
    }
  }
}
