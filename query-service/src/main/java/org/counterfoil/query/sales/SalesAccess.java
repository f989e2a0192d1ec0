package org.counterfoil.query.sales;

import static org.counterfoil.domain.access.Role.ACCOUNTANT;
import static org.counterfoil.domain.access.Role.ADMIN;
import static org.counterfoil.domain.access.Role.AUDITOR;
import static org.counterfoil.domain.access.Role.BOX_OFFICE;
import static org.counterfoil.domain.access.Role.ORGANISER;
import static org.springframework.http.HttpMethod.GET;

import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;

/** Who may see sales. */
final class SalesAccess {

  private static final Role[] FOLLOWERS = {ADMIN, ORGANISER, BOX_OFFICE, ACCOUNTANT, AUDITOR};

  private SalesAccess() {}

  static AccessTable table() {
    return AccessTable.of(
        Route.open(GET, "/api/v1/performances/{performanceId}"),
        Route.open(GET, "/api/v1/performances/{performanceId}/availability"),
        Route.open(GET, "/api/v1/performances/{performanceId}/availability/stream"),
        Route.roles(GET, "/api/v1/dashboards/performances/{performanceId}", FOLLOWERS),
        Route.roles(GET, "/api/v1/dashboards/performances/{performanceId}/stream", FOLLOWERS),
        ofOrganisation("/api/v1/dashboards/organisations/{organisationId}"),
        ofOrganisation("/api/v1/dashboards/organisations/{organisationId}/stream"),
        ofOrganisation("/api/v1/organisations/{organisationId}/performances"),
        ofOrganisation("/api/v1/organisations/{organisationId}/productions"),
        ofOrganisation("/api/v1/organisations/{organisationId}/venues"),
        Route.open(GET, "/"),
        ofOrganisation("/organisations/{organisationId}"),
        ofOrganisation("/organisations/{organisationId}/figures"),
        Route.roles(GET, "/performances/{performanceId}", FOLLOWERS),
        Route.roles(GET, "/performances/{performanceId}/figures", FOLLOWERS));
  }

  static boolean isFollower(Role role) {
    return List.of(FOLLOWERS).contains(role);
  }

  private static Route ofOrganisation(String pattern) {
    return Route.rolesIn("organisationId", GET, pattern, FOLLOWERS);
  }
}
