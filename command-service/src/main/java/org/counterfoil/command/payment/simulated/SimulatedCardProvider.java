package org.counterfoil.command.payment.simulated;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import org.counterfoil.command.payment.NotificationRefused;
import org.counterfoil.command.payment.PaymentNotification;
import org.counterfoil.command.payment.PaymentProvider;
import org.counterfoil.command.payment.ProviderUnavailable;
import org.counterfoil.command.payment.SignedNotification;
import org.counterfoil.command.payment.simulated.BankEndpoint.CheckoutAnswer;
import org.counterfoil.command.payment.simulated.BankEndpoint.CheckoutCall;
import org.counterfoil.command.payment.simulated.BankEndpoint.RefundCall;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.eventstore.codec.DomainJson;
import tools.jackson.core.JacksonException;

/** Speaks with the simulated provider, as with any other: over HTTP. */
final class SimulatedCardProvider implements PaymentProvider {

  static final ProviderName NAME = new ProviderName("simulated");

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
  private final Addresses addresses;
  private final SimulatedKeys keys;
  private final Signature signature;
  private final Clock clock;
  private final boolean isForTrainingOnly;

  SimulatedCardProvider(
      Addresses addresses,
      SimulatedKeys keys,
      Signature signature,
      Clock clock,
      boolean isForTrainingOnly) {
    this.addresses = addresses;
    this.keys = keys;
    this.signature = signature;
    this.clock = clock;
    this.isForTrainingOnly = isForTrainingOnly;
  }

  @Override
  public ProviderName name() {
    return NAME;
  }

  /** What takes no money is right for training, and for nothing else outside a demonstration. */
  @Override
  public boolean serves(boolean isTraining) {
    return isTraining || !isForTrainingOnly;
  }

  @Override
  public URI checkout(Checkout checkout) {
    String answer =
        call(
            "/checkouts",
            new CheckoutCall(
                checkout.paymentId().value(),
                checkout.orderId().value(),
                checkout.amount().minor(),
                checkout.amount().currency(),
                checkout.reference() == null ? null : checkout.reference().value()));
    return URI.create(DomainJson.mapper().readValue(answer, CheckoutAnswer.class).url());
  }

  @Override
  public boolean refund(Refund refund) {
    call(
        "/refunds",
        new RefundCall(
            refund.refundId().value(),
            refund.paymentId().value(),
            refund.amount().minor(),
            refund.amount().currency()));
    return false;
  }

  private String call(String path, Object body) {
    HttpRequest request =
        HttpRequest.newBuilder(addresses.api(path))
            .timeout(TIMEOUT)
            .header("Content-Type", "application/json")
            .header(BankEndpoint.KEY_HEADER, keys.api())
            .POST(HttpRequest.BodyPublishers.ofString(DomainJson.mapper().writeValueAsString(body)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() / 100 != 2) {
        throw new ProviderUnavailable(
            "Expected the provider to take the call, but it answered " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException unreachable) {
      throw new ProviderUnavailable("Expected the provider to answer, but it did not", unreachable);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new ProviderUnavailable("Expected the provider to answer, but we stop", stopping);
    }
  }

  @Override
  public PaymentNotification read(SignedNotification sent) throws NotificationRefused {
    String fault =
        signature.fault(sent.headers().first(Signature.HEADER), sent.body(), clock.instant());
    if (fault != null) {
      throw NotificationRefused.forged(fault);
    }
    Notice notice;
    try {
      notice = DomainJson.mapper().readValue(sent.body(), Notice.class);
    } catch (JacksonException unreadable) {
      throw NotificationRefused.unintelligible(
          "Expected a notification of the simulated provider, but it is none");
    }
    OrderId order = new OrderId(notice.orderId());
    PaymentId payment = new PaymentId(notice.paymentId());
    return switch (notice.type()) {
      case Notice.CAPTURED ->
          new PaymentNotification.Captured(
              order,
              payment,
              new Money(notice.amountMinor(), Currency.getInstance(notice.currency())));
      case Notice.FAILED -> new PaymentNotification.Failed(order, payment);
      case Notice.TAKEN_BACK ->
          new PaymentNotification.TakenBack(
              order,
              payment,
              new Money(notice.amountMinor(), Currency.getInstance(notice.currency())),
              feeOf(notice),
              TakenBackReason.DISPUTED);
      case Notice.RESTORED -> new PaymentNotification.Restored(order, payment, feeOf(notice));
      case Notice.REFUNDED ->
          new PaymentNotification.RefundPaid(order, new RefundId(refundOf(notice)));
      default ->
          throw NotificationRefused.unintelligible(
              "Expected a type of notification that is known, but it is another");
    };
  }

  private static long feeOf(Notice notice) {
    Long fee = notice.feeMinor();
    return fee == null ? 0 : fee;
  }

  private static java.util.UUID refundOf(Notice notice) throws NotificationRefused {
    if (notice.refundId() == null) {
      throw NotificationRefused.unintelligible("Expected a refundId, but there is none");
    }
    return notice.refundId();
  }
}
