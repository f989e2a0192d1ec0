package org.counterfoil.command.buyer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.eventstore.buyer.BuyerKeyStore;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;

/**
 * Makes the marks that tell buyers apart: HMAC-SHA-256 (RFC 2104) of what identifies the buyer,
 * under a random key of the performance's own and a key outside the database. Whoever has the
 * database alone can make none, and once the performance's key is destroyed nobody can: then a mark
 * in the log leads back to nobody.
 *
 * <p>Safe for use by many threads. A key is read once per process and performance.
 */
public final class BuyerMarks {

  private static final int MOST_KEYS = 1_000;

  /** Short, so that a destroyed key does not live on in memory. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private record Known(String hex, Instant endsAt) {}

  private final BuyerKeyStore keys;
  private final Secrets secrets;
  private final Timetable timetable;
  private final Clock clock;
  private final Duration keptAfterEnd;
  private final Cache<PerformanceId, Known> known =
      Caffeine.newBuilder().maximumSize(MOST_KEYS).expireAfterWrite(REMEMBERED).build();

  /**
   * @param keptAfterEnd how long after a performance's end its key is destroyed
   */
  public BuyerMarks(
      BuyerKeyStore keys,
      Secrets secrets,
      Timetable timetable,
      Clock clock,
      Duration keptAfterEnd) {
    this.keys = keys;
    this.secrets = secrets;
    this.timetable = timetable;
    this.clock = clock;
    this.keptAfterEnd = keptAfterEnd;
  }

  /**
   * The mark of whom a sales channel's key stands for; null where there is no key, and as below.
   * From anybody else the word would be worth nothing, and ends the request.
   */
  public @Nullable BuyerMark vouchedFor(
      @Nullable BuyerKey key, Caller caller, PerformanceScheduled performance) {
    if (key == null) {
      return null;
    }
    if (!caller.roles().contains(Role.CHANNEL)) {
      throw RequestRejection.BUYER_KEY_NOT_ALLOWED.because(
          "buyerKey", "Expected a buyerKey from a sales channel only, but the caller is none");
    }
    return ofChannel(performance, caller.channel(), key);
  }

  /**
   * The mark of a sales channel's buyer; null when the performance is so long over that no key is
   * made for it any more.
   */
  @Nullable BuyerMark ofChannel(
      PerformanceScheduled performance, SalesChannel channel, BuyerKey key) {
    return mark(performance, "channel/" + channel + "/" + key.value());
  }

  /**
   * The mark of a visitor of the waiting room; null as above.
   *
   * @param visitorId as the waiting room knows the visitor: the hash of a nonce
   */
  public @Nullable BuyerMark ofVisitor(PerformanceScheduled performance, String visitorId) {
    return mark(performance, "visitor/" + visitorId);
  }

  private @Nullable BuyerMark mark(PerformanceScheduled performance, String buyer) {
    PerformanceId id = performance.performanceId();
    Known key = known.getIfPresent(id);
    if (key == null || isOver(key.endsAt())) {
      // It may have been moved since it was read, or since it was scheduled.
      Instant endsAt = timetable.of(performance).endsAt();
      if (isOver(endsAt)) {
        return null;
      }
      key = new Known(HexFormat.of().formatHex(keys.keyOf(id, endsAt)), endsAt);
      known.put(id, key);
    }
    return new BuyerMark(
        secrets.textMac("buyer/" + key.hex(), buyer.getBytes(StandardCharsets.UTF_8)));
  }

  private boolean isOver(Instant endsAt) {
    return !clock.instant().isBefore(endsAt.plus(keptAfterEnd));
  }
}
