package org.counterfoil.http.access;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.access.LoginLinkId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;

/**
 * The cookie of a login session: {@code HttpOnly}, {@code SameSite=Strict}, {@code Secure} and with
 * the prefix {@code __Host-} wherever the request came by https.
 *
 * <p>{@code Strict} means that a browser which follows the login link from a message does not send
 * the new cookie on a redirect that answers it: show a page with a button (which also keeps
 * programs that look into messages from burning the link), let the button {@code POST}, and
 * redirect from there.
 */
public final class SessionCookie {

  private static final String NAME = "counterfoil-session";
  private static final String SECURE_NAME = "__Host-" + NAME;

  private final Secrets secrets;
  private final Clock clock;

  public SessionCookie(Secrets secrets, Clock clock) {
    this.secrets = secrets;
    this.clock = clock;
  }

  /**
   * The cookie that opens the session, as value of {@code Set-Cookie}.
   *
   * @param validUntil the session's end; the browser forgets it then, and the server refuses it
   */
  public String open(HttpServletRequest request, LoginLinkId linkId, Instant validUntil) {
    return of(request, secrets.session(linkId), Duration.between(clock.instant(), validUntil));
  }

  /** The cookie that makes the browser forget the session, which is to be ended as well. */
  public String forget(HttpServletRequest request) {
    return of(request, "", Duration.ZERO);
  }

  /** The cookie's value as it was sent, not checked yet. */
  @Nullable String read(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    if (cookies == null) {
      return null;
    }
    String name = nameFor(request);
    for (Cookie cookie : cookies) {
      if (cookie.getName().equals(name)) {
        return cookie.getValue();
      }
    }
    return null;
  }

  private static String of(HttpServletRequest request, String value, Duration age) {
    return ResponseCookie.from(nameFor(request), value)
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Strict")
        .path("/")
        .maxAge(age)
        .build()
        .toString();
  }

  private static String nameFor(HttpServletRequest request) {
    return request.isSecure() ? SECURE_NAME : NAME;
  }
}
