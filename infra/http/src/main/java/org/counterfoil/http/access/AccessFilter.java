package org.counterfoil.http.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.counterfoil.http.observation.ObservedRequest;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who calls, before the router looks where to; what they may do is decided after it has,
 * from the very pattern that it matched, so that no second reading of the path can differ.
 */
public final class AccessFilter extends OncePerRequestFilter {

  private final Credentials credentials;
  private final Secrets secrets;
  private final OperationsAccess operations;

  public AccessFilter(
      Secrets secrets,
      AccessDirectory directory,
      SessionCookie cookie,
      OperationsAccess operations) {
    this.credentials = new Credentials(secrets, directory, cookie);
    this.secrets = secrets;
    this.operations = operations;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpCaller caller = credentials.of(request);
    if (caller.grant() != null) {
      ObservedRequest.isFrom(request, caller.grant().actor().toString());
    }
    SameOrigin.check(request, caller);
    Access access = new Access(caller, secrets, request);
    operations.check(request, access);
    chain.doFilter(new LimitedRequest(request, access), new GuardedResponse(response, access));
  }
}
