package org.counterfoil.command.payment.simulated;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/**
 * Where the simulated provider and Counterfoil find each other. In one process both are at the port
 * that this process serves, which is known once it does.
 */
final class Addresses {

  private static final String PREFIX = "counterfoil.simulated-card-provider.";

  private final Environment environment;

  Addresses(Environment environment) {
    this.environment = environment;
  }

  /** The provider's API, as Counterfoil reaches it. */
  URI api(String path) {
    return URI.create(base(PREFIX + "api-url") + "/simulated-card-provider" + path);
  }

  /** The provider's page, as the buyer's browser reaches it. */
  URI page(String payment) {
    return URI.create(
        base(PREFIX + "public-url") + "/simulated-card-provider/checkouts/" + payment);
  }

  /** Where notifications go. */
  URI notifications() {
    return URI.create(
        base(PREFIX + "counterfoil-url")
            + "/api/v1/payment-providers/"
            + SimulatedCardProvider.NAME
            + "/notifications");
  }

  private String base(String property) {
    String given = environment.getProperty(property);
    return given == null ? "http://localhost:" + port() : given;
  }

  private String port() {
    @Nullable String actual = environment.getProperty("local.server.port");
    return actual == null ? environment.getProperty("server.port", "8080") : actual;
  }
}
