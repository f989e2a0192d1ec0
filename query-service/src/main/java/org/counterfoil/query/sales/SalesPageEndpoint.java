package org.counterfoil.query.sales;

import java.util.List;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.HttpCaller;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.sales.CatalogueQueries.OrganisationName;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/**
 * The pages that follow sales. Each is rendered whole; its changing part can be asked for again,
 * which the page does when its stream says so.
 */
@Controller
class SalesPageEndpoint {

  private final DashboardQueries dashboards;
  private final PerformanceQueries performances;
  private final CatalogueQueries catalogue;
  private final SalesReads reads;
  private final JsonMapper json;
  private final ObjectProvider<RehearsalOffer> rehearsals;

  SalesPageEndpoint(
      DashboardQueries dashboards,
      PerformanceQueries performances,
      CatalogueQueries catalogue,
      SalesReads reads,
      JsonMapper json,
      ObjectProvider<RehearsalOffer> rehearsals) {
    this.dashboards = dashboards;
    this.performances = performances;
    this.catalogue = catalogue;
    this.reads = reads;
    this.json = json;
    this.rehearsals = rehearsals;
  }

  @GetMapping("/")
  String home(HttpCaller caller, Model model) {
    List<OrganisationName> own =
        caller.isAnonymous()
            ? List.of()
            : catalogue.organisations().stream()
                .filter(o -> mayFollow(caller, new OrganisationId(o.organisationId())))
                .toList();
    model.addAttribute("organisations", own);
    return "home";
  }

  @GetMapping("/organisations/{organisationId}")
  String organisation(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable String cursor,
      PageRequest page,
      Access access,
      Model model) {
    fill(organisationId, cursor, page, access, model);
    return "organisation";
  }

  /** The part of the page that changes. */
  @GetMapping("/organisations/{organisationId}/figures")
  String organisationFigures(
      @PathVariable OrganisationId organisationId,
      @RequestParam(required = false) @Nullable String cursor,
      PageRequest page,
      Access access,
      Model model) {
    fill(organisationId, cursor, page, access, model);
    return "figures :: again";
  }

  @GetMapping("/performances/{performanceId}")
  String performance(@PathVariable PerformanceId performanceId, Access access, Model model) {
    fill(performanceId, access, model);
    return "performance";
  }

  /** The part of the page that changes. */
  @GetMapping("/performances/{performanceId}/figures")
  String performanceFigures(@PathVariable PerformanceId performanceId, Access access, Model model) {
    fill(performanceId, access, model);
    return "figures :: again";
  }

  private void fill(PerformanceId id, Access access, Model model) {
    OrganisationId organisation =
        performances.organisationOf(id).orElseThrow(() -> SalesProblems.unknown(id));
    access.permit(organisation);
    RehearsalOffer offer = rehearsals.getIfAvailable();
    model.addAttribute(
        "rehearsal", offer == null ? null : offer.of(access.caller(), organisation, id));
    long reached = reads.reached(id, MinPosition.NONE);
    PerformanceDashboard dashboard =
        dashboards
            .performance(id, new AsOf.Now(), reached)
            .orElseThrow(() -> SalesProblems.unknown(id));
    model.addAttribute("d", dashboard);
    model.addAttribute("days", dashboards.days(id));
    model.addAttribute("curveJson", json.writeValueAsString(dashboard.figures().curve()));
  }

  private void fill(
      OrganisationId id, @Nullable String cursor, PageRequest page, Access access, Model model) {
    access.permit(id);
    long reached = reads.reached(id, MinPosition.NONE);
    OrganisationDashboard dashboard =
        dashboards
            .organisation(id, new AsOf.Now(), reached)
            .orElseThrow(() -> SalesProblems.unknown(id));
    model.addAttribute("d", dashboard);
    model.addAttribute("days", dashboards.days(id));
    model.addAttribute("list", performances.ofOrganisation(id, false, page));
    model.addAttribute("trainings", performances.trainings(id));
    model.addAttribute("cursor", cursor);
    model.addAttribute("curveJson", json.writeValueAsString(dashboard.figures().curve()));
  }

  private static boolean mayFollow(HttpCaller caller, OrganisationId organisation) {
    return caller.isPlatformAdmin()
        || caller.rolesIn(organisation).stream().anyMatch(SalesAccess::isFollower);
  }
}
