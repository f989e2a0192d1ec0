package org.counterfoil.http.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** Finds out from a request's credentials who sent it. */
final class Credentials {

  private static final String BEARER = "bearer ";

  private final Secrets secrets;
  private final AccessDirectory directory;
  private final SessionCookie cookie;

  Credentials(Secrets secrets, AccessDirectory directory, SessionCookie cookie) {
    this.secrets = secrets;
    this.directory = directory;
    this.cookie = cookie;
  }

  /**
   * The caller. A bad token is refused wherever it is sent, because its sender believes in it; a
   * bad session is no session, because a browser sends an old cookie by itself.
   */
  HttpCaller of(HttpServletRequest request) {
    List<String> sent = Collections.list(request.getHeaders("Authorization"));
    if (sent.isEmpty()) {
      return session(cookie.read(request));
    }
    if (sent.size() > 1 || !sent.getFirst().toLowerCase(Locale.ROOT).startsWith(BEARER)) {
      throw unauthenticated(
          "Expected one header Authorization with a bearer token, but it differs");
    }
    return token(sent.getFirst().substring(BEARER.length()).strip());
  }

  private HttpCaller token(String text) {
    ApiTokenId id = secrets.readApiToken(text);
    Grant grant =
        id == null ? directory.operatorToken(secrets.operatorTokenId(text)) : directory.token(id);
    if (grant == null) {
      throw unauthenticated("Expected a token that is valid, but it is forged, revoked or expired");
    }
    return new HttpCaller(grant, null);
  }

  private HttpCaller session(@Nullable String value) {
    LoginLinkId link = value == null ? null : secrets.readSession(value);
    Grant grant = link == null ? null : directory.session(link);
    return grant == null ? HttpCaller.ANONYMOUS : new HttpCaller(grant, link);
  }

  private static ProblemException unauthenticated(String detail) {
    return Problem.of(ProblemCode.UNAUTHENTICATED, detail).exception();
  }
}
