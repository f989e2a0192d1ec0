package org.counterfoil.http.problem;

import org.counterfoil.domain.Rejection;

/** Which status a refusal by the domain has. The only place that knows. */
final class RejectionStatus {

  private RejectionStatus() {}

  static int of(Rejection.Kind kind) {
    return switch (kind) {
      case INVALID -> 400;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case GONE -> 410;
      case CONFLICT, LIMIT -> 409;
    };
  }
}
