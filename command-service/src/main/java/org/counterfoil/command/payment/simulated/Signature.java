package org.counterfoil.command.payment.simulated;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs notifications as card providers do: {@code t=<unix seconds>,v1=<hex>}, where the second
 * part is the HMAC-SHA-256 of time, a full stop and the body. The time keeps an old notification
 * from being played again later.
 */
final class Signature {

  static final String HEADER = "Simulated-Signature";

  /** How old or how far ahead a notification may be. */
  static final Duration TOLERANCE = Duration.ofMinutes(5);

  private static final String ALGORITHM = "HmacSHA256";
  private static final Pattern FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-f]{64})");

  private final SecretKeySpec key;

  Signature(String key) {
    this.key = new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM);
  }

  String sign(String body, Instant now) {
    long seconds = now.getEpochSecond();
    return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac(seconds, body));
  }

  /** What is wrong with the signature, or nothing. */
  @Nullable String fault(@Nullable String signature, String body, Instant now) {
    Matcher parts = FORM.matcher(signature == null ? "" : signature);
    if (!parts.matches()) {
      return "Expected a signature such as t=…,v1=…, but there is none";
    }
    long seconds = Long.parseLong(parts.group(1));
    if (!MessageDigest.isEqual(HexFormat.of().parseHex(parts.group(2)), mac(seconds, body))) {
      return "Expected the provider's signature of this body, but it is not";
    }
    Duration age = Duration.between(Instant.ofEpochSecond(seconds), now).abs();
    return age.compareTo(TOLERANCE) > 0
        ? "Expected a notification of the last " + TOLERANCE.toMinutes() + " minutes, but it is not"
        : null;
  }

  private byte[] mac(long seconds, String body) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      return mac.doFinal((seconds + "." + body).getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("Expected HmacSHA256 in every JDK, but it failed", missing);
    }
  }
}
