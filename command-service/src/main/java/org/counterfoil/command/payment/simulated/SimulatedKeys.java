package org.counterfoil.command.payment.simulated;

import java.nio.charset.StandardCharsets;
import org.counterfoil.http.access.Secrets;

/** The two keys that a merchant and a provider share. */
record SimulatedKeys(String api, String notifications) {

  static SimulatedKeys of(Secrets secrets) {
    return new SimulatedKeys(key(secrets, "api"), key(secrets, "notifications"));
  }

  private static String key(Secrets secrets, String of) {
    return secrets.hexMac("simulated-card-provider", of.getBytes(StandardCharsets.UTF_8));
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "SimulatedKeys";
  }
}
