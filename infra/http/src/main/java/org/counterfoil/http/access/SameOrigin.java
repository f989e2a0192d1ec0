package org.counterfoil.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a logged-in browser send (cross-site request forgery).
 *
 * <p>The cookie is {@code SameSite=Strict} to begin with. On top, a request that changes something
 * and comes with a session must say that it comes from our own pages: by {@code Sec-Fetch-Site:
 * same-origin}, which browsers add and no page can forge (W3C Fetch Metadata), or, over plain http
 * where they do not, by an {@code Origin} that is ours (RFC 6454). One that says neither is
 * refused. No token in forms is needed, so there is none to leak or to forget. Programs send no
 * cookie and are not asked.
 */
final class SameOrigin {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private SameOrigin() {}

  static void check(HttpServletRequest request, HttpCaller caller) {
    if (caller.session() == null || SAFE.contains(request.getMethod())) {
      return;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    boolean own =
        site == null ? isOwn(request, request.getHeader("Origin")) : site.equals("same-origin");
    if (!own) {
      throw Problem.of(
              ProblemCode.CROSS_SITE_REQUEST,
              "Expected a request from one of our own pages (Sec-Fetch-Site or Origin), but it is not")
          .exception();
    }
  }

  private static boolean isOwn(HttpServletRequest request, @Nullable String origin) {
    String host = request.getHeader("Host");
    return origin != null && host != null && origin.equals(request.getScheme() + "://" + host);
  }
}
