package org.counterfoil.http.access;

import java.util.Set;
import org.counterfoil.domain.access.Role;
import org.springframework.http.HttpMethod;

/**
 * One row of the {@link AccessTable}.
 *
 * @param pattern the path as the route is mapped, such as {@code /api/v1/holds/{holdId}}; the names
 *     of its variables do not matter
 * @param maxBodyBytes how large a body may be
 */
public record Route(HttpMethod method, String pattern, Who who, long maxBodyBytes) {

  /** 1 MiB. */
  public static final long USUAL_BODY_BYTES = 1L << 20;

  /** 32 MiB: a seating plan of 200,000 seats. */
  public static final long SEATING_PLAN_BYTES = 32L << 20;

  /** Everybody may. */
  public static Route open(HttpMethod method, String pattern) {
    return of(method, pattern, new Who.Everybody());
  }

  /** Whoever is logged in or has a token. */
  public static Route anyKnown(HttpMethod method, String pattern) {
    return of(method, pattern, new Who.AnyKnown());
  }

  /** The platform administrator only. */
  public static Route platform(HttpMethod method, String pattern) {
    return of(method, pattern, new Who.PlatformAdmin());
  }

  /** Whoever has the secret, or one of the roles; see {@link Who.SecretHolder}. */
  public static Route secret(HttpMethod method, String pattern, Role... orRoles) {
    return of(method, pattern, new Who.SecretHolder(Set.of(orRoles)));
  }

  /** Whoever has one of the roles where the endpoint finds out the organisation. */
  public static Route roles(HttpMethod method, String pattern, Role... roles) {
    return of(method, pattern, new Who.Having(Set.of(roles), null));
  }

  /** Whoever has one of the roles in the organisation that the path variable names. */
  public static Route rolesIn(
      String organisationVariable, HttpMethod method, String pattern, Role... roles) {
    return of(method, pattern, new Who.Having(Set.of(roles), organisationVariable));
  }

  /** The same with another limit for the body. */
  public Route withBodyUpTo(long bytes) {
    return new Route(method, pattern, who, bytes);
  }

  private static Route of(HttpMethod method, String pattern, Who who) {
    return new Route(method, pattern, who, USUAL_BODY_BYTES);
  }

  /** The route without the names of its variables: what makes two rows the same. */
  String key() {
    return key(method.name(), pattern);
  }

  static String key(String method, String pattern) {
    return method + " " + pattern.replaceAll("\\{[^/}*]*}", "{}");
  }

  @Override
  public String toString() {
    return method + " " + pattern;
  }
}
