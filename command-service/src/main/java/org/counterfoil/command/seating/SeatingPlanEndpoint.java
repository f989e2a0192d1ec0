package org.counterfoil.command.seating;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.DigestInputStream;
import java.time.Duration;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Fingerprint;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanFault;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.venue.VenueCommand.AddSeatingPlan;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.Violation;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.exc.JacksonIOException;

/** Seating plans: taken in two formats, given back in Counterfoil's own. */
@RestController
@Tag(name = "Setting up")
final class SeatingPlanEndpoint {

  private static final String EXAMPLE =
      """
      {"name":"Grande salle","zones":[{"name":"STALLS","rank":1}],
       "sections":[{"name":"ORCH","zone":"STALLS","rows":[
         {"label":"A","rank":1,"seatRange":{"from":1,"to":24}},
         {"label":"B","rank":2,"seats":[{"label":"1","kind":"WHEELCHAIR","x":10,"y":20}]}]}],
       "areas":[{"name":"PIT","zone":"STALLS","capacity":300}]}
      """;

  private final StoredSeatingPlans plans;
  private final Directory directory;
  private final VenuePlans venuePlans;
  private final TimeOrderedIds ids;

  SeatingPlanEndpoint(
      StoredSeatingPlans plans, Directory directory, VenuePlans venuePlans, TimeOrderedIds ids) {
    this.plans = plans;
    this.directory = directory;
    this.venuePlans = venuePlans;
    this.ids = ids;
  }

  /** What is answered. */
  record AddedPlan(SeatingPlanId seatingPlanId, int version, int seatCount, List<Area> areas) {}

  @PostMapping(
      path = "/api/v1/venues/{venueId}/seating-plans",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Operation(
      summary = "Add a seating plan",
      description =
          "Counterfoil's own format, or the seating-plan JSON of pretix; told apart by content."
              + " Every fault is listed at once.",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content = @Content(examples = @ExampleObject(EXAMPLE))))
  @ApiResponse(
      responseCode = "201",
      description = "Added",
      content = @Content(schema = @Schema(implementation = AddedPlan.class)))
  ResponseEntity<byte[]> add(
      @PathVariable VenueId venueId, HttpServletRequest request, Exchange exchange) {
    var organisation = directory.venue(venueId).organisationId();
    exchange.access().permit(organisation);
    Sent<SeatingPlan> sent = read(request);
    SeatingPlan plan = sent.value();
    EventSize.check("zones", plan.zoneCapacities(), plan.areas());
    PlanHash hash = plans.store(plan);
    SeatingPlanId id = new SeatingPlanId(ids.next());
    return exchange
        .in(organisation)
        .with(sent)
        .at("/api/v1/venues/" + venueId + "/seating-plans/")
        .submit(
            new AddSeatingPlan(
                venueId,
                id,
                plan.name(),
                hash,
                plan.seatCount(),
                plan.zoneCapacities(),
                plan.areas()),
            events -> Answers.created(added(events)));
  }

  private static AddedPlan added(List<Event> events) {
    SeatingPlanAdded added = (SeatingPlanAdded) events.getFirst();
    return new AddedPlan(added.seatingPlanId(), added.version(), added.seatCount(), added.areas());
  }

  private Sent<SeatingPlan> read(HttpServletRequest request) {
    try (DigestInputStream body = Fingerprint.reading(request.getInputStream())) {
      return switch (plans.read(body)) {
        case SeatingPlanCheck.Result.Sound sound -> {
          body.transferTo(java.io.OutputStream.nullOutputStream());
          yield new Sent<>(sound.plan(), Fingerprint.of(body));
        }
        case SeatingPlanCheck.Result.Faulty faulty ->
            throw Problem.invalid(
                    faulty.faults().stream().map(SeatingPlanEndpoint::violation).toList())
                .exception();
      };
    } catch (JacksonIOException | IOException brokenOff) {
      throw Problem.of(ProblemCode.MALFORMED_REQUEST, "Expected the whole plan, but it broke off")
          .exception();
    }
  }

  private static Violation violation(PlanFault fault) {
    return new Violation(fault.path().isEmpty() ? "(body)" : fault.path(), fault.message());
  }

  @GetMapping("/api/v1/venues/{venueId}/seating-plans/{seatingPlanId}")
  @Operation(
      summary = "A seating plan's document",
      description = "In Counterfoil's own format. It never changes; its ETag is its SHA-256.")
  ResponseEntity<byte[]> get(
      @PathVariable VenueId venueId, @PathVariable SeatingPlanId seatingPlanId) {
    PlanHash hash = venuePlans.find(venueId, seatingPlanId).planHash();
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .cacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable())
        .eTag('"' + hash.value() + '"')
        .body(plans.document(hash));
  }
}
