package org.counterfoil.standalone.rehearsal;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.sales.Onsales;
import org.counterfoil.query.sales.ScheduledPerformance;

/** Who may rehearse what, and when not. */
final class Rehearsing {

  private final Rehearsals rehearsals;
  private final Onsales onsales;
  private final Clock clock;

  Rehearsing(Rehearsals rehearsals, Onsales onsales, Clock clock) {
    this.rehearsals = rehearsals;
    this.onsales = onsales;
    this.clock = clock;
  }

  Rehearsal begin(PerformanceId id, Wish wish, HttpServletRequest request, Access access) {
    ScheduledPerformance performance = onsales.performance(id);
    access.permit(new OrganisationId(performance.organisationId()));
    if (performance.isTraining()) {
      throw Problem.refused(
              RehearsalRejection.PERFORMANCE_IS_TRAINING,
              "Expected a performance that takes place, but it is for training")
          .exception();
    }
    if (onsales.isOneNear(clock.instant())) {
      throw Problem.refused(
              RehearsalRejection.ONSALE_NEAR,
              "Expected no sale to open within half an hour or to have opened in the last half"
                  + " hour, but one does: a rehearsal would take the machine from real buyers")
          .exception();
    }
    return rehearsals.begin(address(request), credentials(request), performance, wish);
  }

  /** Whether it takes place: what was made to rehearse on is not rehearsed itself. */
  boolean isPossible(PerformanceId id) {
    return !onsales.performance(id).isTraining();
  }

  /** How many come; also where nobody says how many. */
  int visitors(PerformanceId id, Wish wish) {
    return wish.effectiveVisitors(onsales.performance(id).capacity());
  }

  List<Rehearsal> of(PerformanceId id, Access access) {
    access.permit(new OrganisationId(onsales.performance(id).organisationId()));
    return rehearsals.of(id.value());
  }

  Rehearsal find(UUID rehearsalId, Access access) {
    Rehearsal rehearsal = rehearsals.find(rehearsalId);
    access.permit(new OrganisationId(rehearsal.organisationId()));
    return rehearsal;
  }

  void stop(UUID rehearsalId, Access access) {
    rehearsals.stop(find(rehearsalId, access).rehearsalId());
  }

  /** This process, at the port that the request came in by. */
  private static URI address(HttpServletRequest request) {
    return URI.create(request.getScheme() + "://localhost:" + request.getLocalPort());
  }

  /**
   * The copy is made on behalf of whoever asked, with what they showed; a session's cookie was
   * already found to come from one of our own pages.
   */
  private static Map<String, String> credentials(HttpServletRequest request) {
    String bearer = request.getHeader("Authorization");
    if (bearer != null) {
      return Map.of("Authorization", bearer);
    }
    String cookie = request.getHeader("Cookie");
    return cookie == null ? Map.of() : Map.of("Cookie", cookie, "Sec-Fetch-Site", "same-origin");
  }
}
