package org.counterfoil.command.privacy.form;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;

/**
 * How often one address of the network may fill in the open forms of one organisation. Kept in the
 * memory of this process alone and for no longer than it counts: what is not kept needs no erasure.
 * Each process counts by itself.
 */
public final class SignUpLimit {

  private static final int MOST_ADDRESSES = 100_000;
  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final int NETWORK_BYTES_OF_IPV6 = 8;

  private record Client(OrganisationId organisationId, String network) {}

  private final int most;
  private final Duration per;
  private final TimeMeter time;
  private final Cache<Client, Bucket> buckets;

  /**
   * @param most how many are let through at once, and again over each period
   */
  SignUpLimit(int most, Duration per, Clock clock) {
    this.most = most;
    this.per = per;
    this.time = new Time(clock);
    this.buckets = Caffeine.newBuilder().maximumSize(MOST_ADDRESSES).expireAfterAccess(per).build();
  }

  /**
   * Counts one.
   *
   * @throws org.counterfoil.http.problem.ProblemException 429 with when to come back
   */
  public void count(OrganisationId organisation, String remoteAddress) {
    Bucket bucket =
        buckets.get(
            new Client(organisation, network(remoteAddress)),
            client ->
                Bucket.builder()
                    .addLimit(limit -> limit.capacity(most).refillGreedy(most, per))
                    .withCustomTimePrecision(time)
                    .build());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    if (!probe.isConsumed()) {
      throw Problem.of(
              ProblemCode.TOO_MANY_REQUESTS,
              "Expected at most " + most + " in " + per + " from one address, but there are more")
          .withRetryAfter(Duration.ofNanos(probe.getNanosToWaitForRefill()))
          .exception();
    }
  }

  /** Whoever has one address of IPv6 has all of its network of 64 bits. */
  static String network(String address) {
    if (!LITERAL.matcher(address).matches()) {
      return address; // a name from a proxy: nothing is asked of anybody about it
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of()
          .formatHex(Arrays.copyOf(bytes, Math.min(bytes.length, NETWORK_BYTES_OF_IPV6)));
    } catch (UnknownHostException notAnAddress) {
      return address;
    }
  }

  private record Time(Clock clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return now.getEpochSecond() * 1_000_000_000L + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
