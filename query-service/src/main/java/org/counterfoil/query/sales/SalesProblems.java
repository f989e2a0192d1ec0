package org.counterfoil.query.sales;

import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.OrganisationRejection;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;

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
}
