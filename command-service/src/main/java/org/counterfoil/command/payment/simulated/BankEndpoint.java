package org.counterfoil.command.payment.simulated;

import io.swagger.v3.oas.annotations.Hidden;
import java.net.URI;
import java.util.Currency;
import java.util.UUID;
import org.counterfoil.command.payment.simulated.Bank.CardPayment;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulated provider's own HTTP: an API for merchants, and a page for their buyers. */
@RestController
@ConditionalOnProperty("counterfoil.simulated-card-provider.enabled")
@Hidden
final class BankEndpoint {

  static final String KEY_HEADER = "Simulated-Key";

  private final Bank bank;
  private final Addresses addresses;
  private final String apiKey;

  BankEndpoint(Bank bank, Addresses addresses, SimulatedKeys keys) {
    this.bank = bank;
    this.addresses = addresses;
    this.apiKey = keys.api();
  }

  /** A payment to be begun. */
  record CheckoutCall(
      UUID paymentId,
      UUID orderId,
      long amountMinor,
      Currency currency,
      @Nullable String reference) {}

  /** Where the buyer pays. */
  record CheckoutAnswer(UUID paymentId, String url) {}

  /** Money to be sent back. */
  record RefundCall(UUID refundId, UUID paymentId, long amountMinor, Currency currency) {}

  @PostMapping("/simulated-card-provider/checkouts")
  CheckoutAnswer begin(@RequestHeader(KEY_HEADER) String key, @RequestBody CheckoutCall call) {
    requireKey(key);
    bank.begin(
        call.paymentId(),
        call.orderId(),
        call.amountMinor(),
        call.currency().getCurrencyCode(),
        call.reference());
    return new CheckoutAnswer(
        call.paymentId(), addresses.page(call.paymentId().toString()).toString());
  }

  @PostMapping("/simulated-card-provider/refunds")
  ResponseEntity<Void> refund(@RequestHeader(KEY_HEADER) String key, @RequestBody RefundCall call) {
    requireKey(key);
    boolean isTaken =
        bank.refund(
            call.refundId(),
            call.paymentId(),
            call.amountMinor(),
            call.currency().getCurrencyCode());
    if (!isTaken) {
      throw Problem.invalid("paymentId", "Expected a payment that was charged, but it was not")
          .exception();
    }
    return ResponseEntity.noContent().build();
  }

  @GetMapping(
      path = "/simulated-card-provider/checkouts/{paymentId}",
      produces = MediaType.TEXT_HTML_VALUE)
  String page(@PathVariable PaymentId paymentId) {
    CardPayment payment = known(paymentId);
    return BankPage.of(
        payment, new Money(payment.amountMinor(), Currency.getInstance(payment.currency())));
  }

  /**
   * The buyer's decision, from the page's form.
   *
   * @param decision {@code pay}, or anything else for no
   */
  @PostMapping("/simulated-card-provider/checkouts/{paymentId}/decision")
  ResponseEntity<Void> decide(@PathVariable PaymentId paymentId, @RequestParam String decision) {
    bank.decide(known(paymentId).id(), decision.equals("pay"));
    return ResponseEntity.status(303).location(URI.create("../" + paymentId)).build();
  }

  private CardPayment known(PaymentId paymentId) {
    CardPayment payment = bank.payment(paymentId.value());
    if (payment == null) {
      throw Problem.of(
              ProblemCode.NOT_FOUND, "Expected a payment of this provider, but there is none")
          .exception();
    }
    return payment;
  }

  private void requireKey(String key) {
    if (!Secrets.isSame(apiKey, key)) {
      throw Problem.of(ProblemCode.UNAUTHENTICATED, "Expected the merchant's key, but it is not")
          .exception();
    }
  }
}
