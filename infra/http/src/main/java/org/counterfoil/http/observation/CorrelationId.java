package org.counterfoil.http.observation;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;

/**
 * What ties together all that one request led to: log lines, events (as their cause), the answer.
 * The caller's own where its header {@code Correlation-Id} is a UUID, else a new one. Endpoints
 * take it as a method argument, functional ones by {@link #of}.
 */
public record CorrelationId(UUID value) {

  /** Header of the request and of the answer, and the name in logs. */
  public static final String HEADER = "Correlation-Id";

  static final String ATTRIBUTE = CorrelationId.class.getName();

  /** That of the request. */
  public static CorrelationId of(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof CorrelationId id) {
      return id;
    }
    throw new IllegalStateException("Expected the observation filter to have run, but it has not");
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
