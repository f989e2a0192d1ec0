package org.counterfoil.command.payment.stripe;

import com.stripe.StripeClient;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * Stripe, where {@code counterfoil.stripe.secret-key} is set. The secret of its notifications is
 * {@code counterfoil.stripe.notification-secret}; {@code counterfoil.stripe.return-url} is the page
 * to which buyers come back, {@code counterfoil.stripe.api-base} another address than Stripe's own.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("counterfoil.stripe.secret-key")
public class StripeConfiguration {

  private static final String PREFIX = "counterfoil.stripe.";
  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  @Bean
  StripeCardProvider stripeCardProvider(Environment environment, Clock clock) {
    StripeClient.StripeClientBuilder client =
        StripeClient.builder()
            .setApiKey(environment.getRequiredProperty(PREFIX + "secret-key"))
            .setConnectTimeout((int) TIMEOUT.toMillis())
            .setReadTimeout((int) TIMEOUT.toMillis())
            .setMaxNetworkRetries(1);
    String base = environment.getProperty(PREFIX + "api-base");
    if (base != null) {
      client.setApiBase(base);
    }
    StripePayments payments =
        new StripePayments(
            client.build(), environment.getRequiredProperty(PREFIX + "return-url"), clock);
    return new StripeCardProvider(
        payments,
        new StripeNotifications(
            environment.getRequiredProperty(PREFIX + "notification-secret"), clock, payments));
  }
}
