package org.counterfoil.query.given;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.venue.VenueId;

/**
 * An organisation of a test's own with one performance on sale: 88 seats and a pit for 40.
 *
 * @param token of its organiser
 */
public record Onsale(
    RunningQueryService service,
    BoxOffice office,
    OrganisationId organisation,
    VenueId venue,
    PerformanceId performance,
    String token) {

  public static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

  public static Onsale on(RunningQueryService service) {
    BoxOffice office = new BoxOffice(service.log(), House.plan(6, 11, 40), START);
    OrganisationId organisation = office.organisation("Théâtre du Port");
    VenueId venue = office.venue(organisation, "Grand Théâtre", true);
    PerformanceId performance =
        office.performance(organisation, venue, "Phèdre", START.plus(Duration.ofDays(30)));
    return new Onsale(
        service,
        office,
        organisation,
        venue,
        performance,
        service.token(Role.ORGANISER, organisation));
  }

  /** A performance of the organisation the day after. */
  public PerformanceId another() {
    return office.performance(organisation, venue, "Phèdre", START.plus(Duration.ofDays(31)));
  }

  /** Headers that ask for everything written so far. */
  public String[] upToDate() {
    return service.upToDate(token);
  }

  public String dashboardPath() {
    return "/api/v1/dashboards/performances/" + performance;
  }
}
