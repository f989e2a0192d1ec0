package org.counterfoil.command.admission;

import java.util.List;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.Grant;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out whose a gate is, and permits the caller to stand there. */
@Component
final class Gates {

  private final Directory directory;
  private final CodeReading codes;

  Gates(Directory directory, CodeReading codes) {
    this.directory = directory;
    this.codes = codes;
  }

  /**
   * The gate of whoever asks.
   *
   * @param performances what it admits to; none for whatever is due
   * @param code which tells whose a gate of the platform's administrator is
   */
  Gate permit(Access access, List<PerformanceId> performances, String code) {
    OrganisationId organisation = organisation(access, performances, code);
    access.permit(organisation);
    for (PerformanceId each : performances) {
      if (!directory.performance(each).organisationId().equals(organisation)) {
        throw Problem.invalid(
                "performanceIds", "Expected performances of one organisation, but there are others")
            .exception();
      }
    }
    return new Gate(organisation, performances);
  }

  private OrganisationId organisation(
      Access access, List<PerformanceId> performances, String code) {
    if (!performances.isEmpty()) {
      return directory.performance(performances.getFirst()).organisationId();
    }
    Grant grant = access.caller().grant();
    OrganisationId own = grant == null ? null : grant.organisationId();
    if (own != null) {
      return own;
    }
    @Nullable PerformanceId ofCode = codes.performanceOf(code);
    if (ofCode == null) {
      throw Problem.invalid(
              "performanceIds",
              "Expected performanceIds, because neither the caller nor the code is of an"
                  + " organisation, but there are none")
          .exception();
    }
    return directory.performance(ofCode).organisationId();
  }
}
