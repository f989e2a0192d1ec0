package org.counterfoil.command.exchange;

import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemTranslation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

/** A full lane and a store that cannot be reached are told as what they are: come again. */
final class LaneProblems implements ProblemTranslation {

  @Override
  public @Nullable Problem of(Throwable thrown) {
    return switch (thrown) {
      case LaneFull full ->
          Problem.of(ProblemCode.OVERLOADED, "Expected room in the queue, but it is full");
      case StoreUnavailable unavailable -> unavailable();
      case IdempotencyKeyTaken expiredSince -> unavailable();
      case CannotGetJdbcConnectionException noConnection -> unavailable();
      case TransientDataAccessException passing -> unavailable();
      case NonTransientDataAccessResourceException away -> unavailable();
      default -> null;
    };
  }

  private static Problem unavailable() {
    return Problem.of(
        ProblemCode.STORE_UNAVAILABLE,
        "Expected the store to answer, but it did not; repeat the request with its"
            + " Idempotency-Key");
  }
}
