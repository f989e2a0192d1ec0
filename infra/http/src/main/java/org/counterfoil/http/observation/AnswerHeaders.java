package org.counterfoil.http.observation;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * What every answer carries: the correlation id, and what browsers are told. Pages get scripts,
 * styles and data from us only, none of them inline; nobody may frame them; nothing is kept by
 * caches unless the endpoint says that it is public, by setting {@code Cache-Control} itself.
 */
public final class AnswerHeaders {

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private AnswerHeaders() {}

  /** Sets them, on a fresh answer or on one that was reset. */
  public static void set(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader(CorrelationId.HEADER, CorrelationId.of(request).toString());
    response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("X-Frame-Options", "DENY");
    // Not "no-referrer": with that, forms of our own pages would say "Origin: null", by which they
    // could not be told from those of other sites (Fetch, section 3.2). Others learn as little.
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.setHeader("Cache-Control", "no-store");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
