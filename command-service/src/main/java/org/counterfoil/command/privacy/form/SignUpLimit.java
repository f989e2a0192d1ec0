package org.counterfoil.command.privacy.form;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.vault.SignUps;

/**
 * How often one address of the network may fill in the open forms of one organisation. All
 * processes count together. No address is kept, only a keyed mark of it, and that for no longer
 * than it counts.
 */
public final class SignUpLimit {

  private static final Pattern LITERAL = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final int NETWORK_BYTES_OF_IPV6 = 8;

  private final int most;
  private final Duration per;
  private final Supplier<SignUps> signUps;
  private final Secrets secrets;

  /**
   * @param most how many are let through at once, and again over each period
   * @param signUps throws where there is no vault: then nobody can sign up either
   */
  SignUpLimit(int most, Duration per, Supplier<SignUps> signUps, Secrets secrets) {
    this.most = most;
    this.per = per;
    this.signUps = signUps;
    this.secrets = secrets;
  }

  /**
   * Counts one.
   *
   * @throws org.counterfoil.http.problem.ProblemException 429 with when to come back
   * @throws org.counterfoil.vault.VaultUnavailable where it cannot be counted
   */
  public void count(OrganisationId organisation, String remoteAddress) {
    signUps
        .get()
        .count(mark(organisation, remoteAddress), most, per)
        .ifPresent(
            wait -> {
              throw Problem.of(
                      ProblemCode.TOO_MANY_REQUESTS,
                      "Expected at most "
                          + most
                          + " in "
                          + per
                          + " from one address, but there are more")
                  .withRetryAfter(wait)
                  .exception();
            });
  }

  /** Of one network at one organisation: two organisations have nothing in common. */
  private byte[] mark(OrganisationId organisation, String remoteAddress) {
    String client = organisation + "/" + network(remoteAddress);
    return HexFormat.of()
        .parseHex(secrets.hexMac("sign-up", client.getBytes(StandardCharsets.UTF_8)));
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
}
