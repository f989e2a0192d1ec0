package org.counterfoil.query.sales;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Positions;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** How sales stand, for those who sell. */
@RestController
@Tag(name = "Following sales")
class DashboardEndpoint {

  private static final String AS_OF =
      "A position of the log or a time: the state after the event at it, everything counted that"
          + " was recorded until then. The newest where it is missing.";

  private final DashboardQueries dashboards;
  private final PerformanceQueries performances;
  private final SalesReads reads;
  private final SalesStreams streams;
  private final Clock clock;

  DashboardEndpoint(
      DashboardQueries dashboards,
      PerformanceQueries performances,
      SalesReads reads,
      SalesStreams streams,
      Clock clock) {
    this.dashboards = dashboards;
    this.performances = performances;
    this.reads = reads;
    this.streams = streams;
    this.clock = clock;
  }

  @GetMapping("/api/v1/dashboards/performances/{performanceId}")
  @Operation(summary = "How the sales of a performance stand")
  ResponseEntity<PerformanceDashboard> performance(
      @PathVariable PerformanceId performanceId,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    AsOf moment = AsOf.asked(asOf, clock);
    long reached = reads.reached(performanceId, minPosition, moment);
    permit(performanceId, access);
    PerformanceDashboard dashboard =
        dashboards
            .performance(performanceId, moment, reached)
            .orElseThrow(() -> SalesProblems.unknown(performanceId));
    return answer(dashboard, reached);
  }

  @GetMapping("/api/v1/dashboards/performances/{performanceId}/stream")
  @Operation(summary = "The same as server-sent events")
  SseEmitter performanceStream(
      @PathVariable PerformanceId performanceId,
      @RequestHeader(name = SalesStreams.LAST_EVENT_ID, required = false) @Nullable String last,
      MinPosition minPosition,
      Access access) {
    reads.reached(performanceId, minPosition);
    permit(performanceId, access);
    return streams.dashboard(performanceId, last);
  }

  @GetMapping("/api/v1/dashboards/organisations/{organisationId}")
  @Operation(summary = "How the sales of all performances of an organisation stand, added up")
  ResponseEntity<OrganisationDashboard> organisation(
      @PathVariable OrganisationId organisationId,
      @Parameter(description = AS_OF) @RequestParam(required = false) @Nullable String asOf,
      MinPosition minPosition,
      Access access) {
    access.permit(organisationId);
    AsOf moment = AsOf.asked(asOf, clock);
    long reached = reads.reached(organisationId, minPosition, moment);
    OrganisationDashboard dashboard =
        dashboards
            .organisation(organisationId, moment, reached)
            .orElseThrow(() -> SalesProblems.unknown(organisationId));
    return answer(dashboard, reached);
  }

  @GetMapping("/api/v1/dashboards/organisations/{organisationId}/stream")
  @Operation(summary = "The same as server-sent events")
  SseEmitter organisationStream(
      @PathVariable OrganisationId organisationId,
      @RequestHeader(name = SalesStreams.LAST_EVENT_ID, required = false) @Nullable String last,
      MinPosition minPosition,
      Access access) {
    access.permit(organisationId);
    reads.reached(organisationId, minPosition);
    return streams.dashboard(organisationId, last);
  }

  private void permit(PerformanceId id, Access access) {
    access.permit(performances.organisationOf(id).orElseThrow(() -> SalesProblems.unknown(id)));
  }

  private static <T> ResponseEntity<T> answer(T body, long reached) {
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(reached)).body(body);
  }
}
