package org.counterfoil.http.problem;

/**
 * The codes that HTTP itself gives rise to. The domain's rejections bring their own; these are
 * about requests that never reached it.
 */
public enum ProblemCode {
  MALFORMED_REQUEST(400, "Malformed request"),
  INVALID_REQUEST(400, "Invalid request"),
  UNAUTHENTICATED(401, "Credentials needed"),
  ACCESS_DENIED(403, "Not allowed"),
  CROSS_SITE_REQUEST(403, "Request from another site"),
  NOT_FOUND(404, "Not found"),
  METHOD_NOT_ALLOWED(405, "Method not allowed"),
  NOT_ACCEPTABLE(406, "No acceptable representation"),
  REQUEST_TIMEOUT(408, "Request too slow"),
  IN_FLIGHT(409, "The first request with this key is still running", true),
  VERSION_MISMATCH(412, "Version mismatch"),
  BODY_TOO_LARGE(413, "Body too large"),
  URI_TOO_LONG(414, "Address too long"),
  UNSUPPORTED_MEDIA_TYPE(415, "Unsupported media type"),
  EXPECTATION_FAILED(417, "Expectation failed"),
  IDEMPOTENCY_KEY_REUSED(422, "Idempotency key used with another body"),
  TOO_MANY_REQUESTS(429, "Too many requests", true),
  HEADERS_TOO_LARGE(431, "Headers too large"),
  INTERNAL_ERROR(500, "Unexpected error"),
  NOT_IMPLEMENTED(501, "Not implemented"),
  OVERLOADED(503, "Too busy", true),
  STORE_UNAVAILABLE(503, "Store unavailable", true),
  VAULT_UNAVAILABLE(503, "Vault unavailable", true),
  POSITION_NOT_REACHED(503, "Position not reached yet", true),
  PROJECTION_PARKED(503, "Projection parked", true),
  READING_NOT_RECORDED(503, "Reading could not be recorded", true),
  BOOKS_ELSEWHERE(503, "Books kept in another process"),
  HTTP_VERSION_NOT_SUPPORTED(505, "HTTP version not supported");

  private final int status;
  private final String title;
  private final boolean retryable;

  ProblemCode(int status, String title) {
    this(status, title, false);
  }

  ProblemCode(int status, String title, boolean retryable) {
    this.status = status;
    this.title = title;
    this.retryable = retryable;
  }

  /** The HTTP status that this code is always answered with. */
  public int status() {
    return status;
  }

  /** What it is about, the same for every occurrence. */
  public String title() {
    return title;
  }

  /** Whether the same request may succeed later. */
  public boolean retryable() {
    return retryable;
  }
}
