package org.counterfoil.query.sales;

import java.time.Clock;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.OrganisationRejection;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/** What is answered to questions about what there is not. */
final class SalesProblems {

  private SalesProblems() {}

  static ProblemException unknown(PerformanceId id) {
    return Problem.refused(
            PerformanceRejection.UNKNOWN_PERFORMANCE,
            "Expected a performance, but there is none with id " + id)
        .exception();
  }

  static ProblemException unknown(OrganisationId id) {
    return Problem.refused(
            OrganisationRejection.UNKNOWN_ORGANISATION,
            "Expected an organisation, but there is none with id " + id)
        .exception();
  }

  /**
   * The parameter {@code asOf}.
   *
   * @throws ProblemException 400 where it is neither position nor time, or is in the future
   */
  static AsOf asOf(@Nullable String text, Clock clock) {
    AsOf asOf = AsOf.parse(text);
    if (asOf == null) {
      throw Problem.invalid(
              "asOf",
              "Expected a position or a time such as 2026-12-01T19:30:00Z, but it is neither")
          .exception();
    }
    if (asOf instanceof AsOf.Time time && time.value().isAfter(clock.instant())) {
      throw Problem.invalid("asOf", "Expected a time in the past, but it is to come").exception();
    }
    return asOf;
  }
}
