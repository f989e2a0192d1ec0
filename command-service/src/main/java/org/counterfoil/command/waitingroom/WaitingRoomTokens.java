package org.counterfoil.command.waitingroom;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * The visitor's and the admission token. Neither is stored: both are a MAC under a key outside the
 * database, and come out the same whenever they are shown. A visitor token names its performance's
 * visitor; an admission token is of one visitor token, and ends.
 */
public final class WaitingRoomTokens {

  private static final int ID_DIGITS = 64;
  private static final Pattern VISITOR = Pattern.compile("[0-9a-f]{64}_[0-9a-f]{64}");
  private static final Pattern ADMISSION = Pattern.compile("[0-9]{1,12}_[0-9a-f]{64}");

  private final Secrets secrets;

  public WaitingRoomTokens(Secrets secrets) {
    this.secrets = secrets;
  }

  /** What an admission token turned out to be. */
  public enum Validity {
    VALID,
    /** It is another's, of another performance, or was never given. */
    FORGED,
    EXPIRED
  }

  String visitor(PerformanceId performance, VisitorId visitor) {
    return visitor + "_" + mac("visitor", performance, visitor, 0);
  }

  /** Whose token it is; nothing where it is forged, or of another performance. */
  public @Nullable VisitorId readVisitor(PerformanceId performance, String token) {
    if (!VISITOR.matcher(token).matches()) {
      return null;
    }
    VisitorId visitor = new VisitorId(token.substring(0, ID_DIGITS));
    return Secrets.isSame(visitor(performance, visitor), token) ? visitor : null;
  }

  String admission(PerformanceId performance, VisitorId visitor, Instant expiresAt) {
    long end = expiresAt.getEpochSecond();
    return end + "_" + mac("admission", performance, visitor, end);
  }

  /** Whether it lets this visitor in, now. */
  public Validity validity(
      PerformanceId performance, VisitorId visitor, String token, Instant now) {
    if (!ADMISSION.matcher(token).matches()) {
      return Validity.FORGED;
    }
    Instant end = Instant.ofEpochSecond(Long.parseLong(token.substring(0, token.indexOf('_'))));
    if (!Secrets.isSame(admission(performance, visitor, end), token)) {
      return Validity.FORGED;
    }
    return now.isBefore(end) ? Validity.VALID : Validity.EXPIRED;
  }

  /**
   * A visitor's admission: one for each visitor and performance, by which a hold burns it. Nobody
   * without the key can tell from it which visitor it was.
   */
  public AdmissionId admissionId(PerformanceId performance, VisitorId visitor) {
    String mac = mac("admission-id", performance, visitor, 0);
    long high = (Long.parseUnsignedLong(mac, 0, 16, 16) & ~0xF000L) | 0x8000L;
    long low =
        (Long.parseUnsignedLong(mac, 16, 32, 16) & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new AdmissionId(new UUID(high, low));
  }

  private String mac(String label, PerformanceId performance, VisitorId visitor, long number) {
    byte[] message =
        ByteBuffer.allocate(2 * Long.BYTES + 32 + Long.BYTES)
            .putLong(performance.value().getMostSignificantBits())
            .putLong(performance.value().getLeastSignificantBits())
            .put(visitor.bytes())
            .putLong(number)
            .array();
    return secrets.hexMac("waiting-room-" + label, message);
  }
}
