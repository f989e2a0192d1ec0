package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Hears what payment providers say: signed, maybe late, doubled or out of order. Whatever is not
 * answered with 2xx they send again; an unknown payment is a 404 for that reason, because its start
 * may be about to be stored.
 */
@RestController
@Tag(name = "Selling")
final class NotificationEndpoint {

  private final PaymentProviders providers;
  private final Directory directory;
  private final ProviderNews news;

  NotificationEndpoint(PaymentProviders providers, Directory directory, ProviderNews news) {
    this.providers = providers;
    this.directory = directory;
    this.news = news;
  }

  @PostMapping("/api/v1/payment-providers/{provider}/notifications")
  @Operation(
      summary = "What a payment provider tells",
      description =
          "Body and signature are as the provider defines them. Anything but 2xx is sent again.")
  @io.swagger.v3.oas.annotations.parameters.RequestBody(
      content = @Content(mediaType = "application/json", schema = @Schema(type = "object")))
  @ApiResponse(responseCode = "204", description = "Recorded, or known already")
  ResponseEntity<byte[]> hear(
      @PathVariable("provider") ProviderName name, @RequestBody byte[] body, Exchange exchange) {
    PaymentProvider provider = providers.find(name);
    if (provider == null) {
      throw Problem.of(
              ProblemCode.NOT_FOUND,
              "Expected a payment provider that is set up here, but it is not")
          .exception();
    }
    PaymentNotification notification =
        read(
            provider,
            new SignedNotification(exchange::header, new String(body, StandardCharsets.UTF_8)));
    if (notification == null) {
      return ResponseEntity.noContent().build();
    }
    OrderFacts order = directory.order(notification.orderId());
    return exchange
        .in(order.organisationId())
        .by(ProviderNews.actor(name))
        .submit(news.command(notification, order), events -> Answers.noContent());
  }

  private static @Nullable PaymentNotification read(
      PaymentProvider provider, SignedNotification sent) {
    try {
      return provider.read(sent);
    } catch (NotificationRefused refused) {
      throw Problem.of(
              refused.isForged() ? ProblemCode.UNAUTHENTICATED : ProblemCode.INVALID_REQUEST,
              String.valueOf(refused.getMessage()))
          .exception();
    }
  }
}
