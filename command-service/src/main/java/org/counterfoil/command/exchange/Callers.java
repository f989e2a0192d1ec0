package org.counterfoil.command.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Locale;
import java.util.Set;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.http.access.Grant;
import org.counterfoil.http.access.HttpCaller;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf and through which channel somebody sells or buys. Staff sell at the {@code
 * COUNTER} unless they say otherwise; a token of the role {@code CHANNEL} through the channel that
 * it names, or else the one its label names; everybody else on the {@code WEB} and nowhere else.
 */
public final class Callers {

  public static final SalesChannel WEB = new SalesChannel("WEB");
  public static final SalesChannel COUNTER = new SalesChannel("COUNTER");

  private static final int LONGEST_CHANNEL = 32;
  private static final int MOST_NAMES = 1_000;

  private final Directory directory;
  private final Cache<PublicLabel, SalesChannel> named =
      Caffeine.newBuilder().maximumSize(MOST_NAMES).build();

  public Callers(Directory directory) {
    this.directory = directory;
  }

  /**
   * The caller, as prices and windows look at it.
   *
   * @param wished the channel that was asked for, or nothing
   */
  public Caller of(HttpCaller caller, OrganisationId organisation, @Nullable SalesChannel wished) {
    Set<Role> roles = caller.rolesIn(organisation);
    if (new Caller(WEB, roles).isStaff()) {
      return new Caller(wished == null ? COUNTER : wished, roles);
    }
    Grant grant = caller.grant();
    if (grant != null && roles.contains(Role.CHANNEL)) {
      return new Caller(wished == null ? ownChannel(grant) : wished, roles);
    }
    if (wished != null && !wished.equals(WEB)) {
      throw RequestRejection.CHANNEL_NOT_ALLOWED.because(
          "channel", "Expected the channel WEB, because the caller has no other, but it differs");
    }
    return new Caller(WEB, roles);
  }

  private SalesChannel ownChannel(Grant grant) {
    if (grant.actor().kind() != Actor.Kind.API_TOKEN) {
      return WEB;
    }
    ApiTokenIssued issued = directory.apiToken(new ApiTokenId(grant.actor().id()));
    return named.get(issued.label(), label -> channelNamed(label.value()));
  }

  /** {@code "Web shop (fr)"} names the channel {@code WEB_SHOP_FR}. */
  static SalesChannel channelNamed(String label) {
    String code =
        label.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_").replaceAll("^_|_$", "");
    return code.isEmpty()
        ? WEB
        : new SalesChannel(code.substring(0, Math.min(code.length(), LONGEST_CHANNEL)));
  }
}
