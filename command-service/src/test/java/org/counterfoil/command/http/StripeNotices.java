package org.counterfoil.command.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.counterfoil.command.http.Api.Answer;

/** Notifications as Stripe sends and signs them; signed without its library. */
final class StripeNotices {

  static final String SECRET = "whsec_of_the_tests";

  private StripeNotices() {}

  /** What makes the service speak with that server. */
  static Map<String, Object> settings(StripeServer stripe) {
    return Map.of(
        "counterfoil.stripe.secret-key",
        StripeServer.KEY,
        "counterfoil.stripe.notification-secret",
        SECRET,
        "counterfoil.stripe.return-url",
        "https://tickets.example.org/thanks",
        "counterfoil.stripe.api-base",
        stripe.url());
  }

  static String body(String type, Map<String, Object> thing) {
    return Api.JSON.writeValueAsString(
        Map.of(
            "id",
            "evt_1",
            "object",
            "event",
            "api_version",
            "2020-08-27",
            "created",
            1_700_000_000,
            "type",
            type,
            "data",
            Map.of("object", thing)));
  }

  static Answer tell(
      RunningService service, String secret, String type, Map<String, Object> thing) {
    String body = body(type, thing);
    return Api.of(service)
        .with("Stripe-Signature", signature(secret, service.clock().instant(), body))
        .post("/payment-providers/stripe/notifications", body);
  }

  static String signature(String secret, Instant at, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = (at.getEpochSecond() + "." + body).getBytes(StandardCharsets.UTF_8);
      return "t=" + at.getEpochSecond() + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
