package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.performance.PriceListWish.PriceTypeWish;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.performance.ScheduleSeries;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Schedules performances and series of them. */
@RestController
@Tag(name = "Setting up")
final class PerformanceEndpoint {

  private static final int LONGEST_SERIES = 100;

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final Scheduling scheduling;
  private final Terms terms;

  PerformanceEndpoint(TimeOrderedIds ids, Directory directory, Scheduling scheduling, Terms terms) {
    this.ids = ids;
    this.directory = directory;
    this.scheduling = scheduling;
    this.terms = terms;
  }

  /**
   * A performance to be scheduled.
   *
   * @param endsAt three hours after the start where missing
   * @param priceList price types by zone
   * @param fees what is asked for beside tickets; nothing where missing
   * @param currency the organisation's; may be missing, another one is refused
   * @param confirmOverlap whether it may overlap with another in the venue
   */
  record PerformanceWish(
      ProductionId productionId,
      VenueId venueId,
      SeatingPlanId seatingPlanId,
      @Schema(example = "2026-12-01T19:30:00Z") Instant startsAt,
      @Schema(example = "2026-12-01T22:00:00Z") @Nullable Instant endsAt,
      Map<ZoneName, List<PriceTypeWish>> priceList,
      @Nullable List<FeeWish> fees,
      @Schema(example = "EUR") @Nullable Currency currency,
      @Nullable RulesWish rules,
      @Nullable Boolean confirmOverlap) {}

  /** Rules of the sale; each missing one is as usual. */
  record RulesWish(
      @Schema(example = "480") @Nullable Integer holdSeconds,
      @Schema(example = "10") @Nullable Integer maxSeatsPerHold,
      @Schema(example = "10") @Nullable Integer maxSeatsPerBuyer,
      @Nullable SeatChoice seatChoice,
      @Nullable Boolean refuseOrphanSeats) {}

  /** What is answered. */
  record ScheduledPerformance(PerformanceId performanceId, int seatCount, Instant startsAt) {
    static ScheduledPerformance of(PerformanceScheduled event) {
      return new ScheduledPerformance(event.performanceId(), event.seatCount(), event.startsAt());
    }
  }

  /** When a performance is to be shown again. */
  record CopiesWish(List<Instant> startsAt, @Nullable Boolean confirmOverlap) {}

  /**
   * A copy to rehearse with.
   *
   * @param holdSeconds how long its holds last; as those of the first where missing
   */
  record TrainingWish(@Schema(example = "30") @Nullable Integer holdSeconds) {}

  /** What is answered. */
  record ScheduledSeries(List<ScheduledPerformance> items) {}

  @PostMapping("/api/v1/performances")
  @Operation(
      summary = "Schedule a performance",
      description =
          "Books the venue: 409 VENUE_OCCUPIED where another performance takes place then, unless"
              + " confirmOverlap is true.")
  @ApiResponse(
      responseCode = "201",
      description = "Scheduled",
      content = @Content(schema = @Schema(implementation = ScheduledPerformance.class)))
  ResponseEntity<byte[]> schedule(@RequestBody Sent<PerformanceWish> sent, Exchange exchange) {
    PerformanceWish wish = sent.value();
    ProductionAdded production = directory.production(wish.productionId());
    exchange.access().permit(production.organisationId());
    SchedulePerformance command =
        scheduling.command(new PerformanceId(ids.next()), production, wish);
    return exchange
        .in(production.organisationId())
        .with(sent)
        .at("/api/v1/performances/")
        .submit(command, events -> Answers.created(scheduled(events).getFirst()));
  }

  @PostMapping("/api/v1/performances/{performanceId}/copies")
  @Operation(
      summary = "Schedule the same performance at other times: a series",
      description =
          "All or none. They take the place, length, prices in force and rules of the first, and"
              + " are not yet on sale.")
  @ApiResponse(
      responseCode = "201",
      description = "Scheduled",
      content = @Content(schema = @Schema(implementation = ScheduledSeries.class)))
  ResponseEntity<byte[]> copy(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<CopiesWish> sent,
      Exchange exchange) {
    PerformanceScheduled first = directory.performance(performanceId);
    exchange.access().permit(first.organisationId());
    Training.refuse(first);
    List<Instant> starts = sent.value().startsAt();
    if (starts.isEmpty() || starts.size() > LONGEST_SERIES) {
      throw Problem.invalid(
              "startsAt",
              "Expected 1 to " + LONGEST_SERIES + " times, but there are " + starts.size())
          .exception();
    }
    boolean confirmOverlap = Boolean.TRUE.equals(sent.value().confirmOverlap());
    Terms.InForce now = terms.now(performanceId);
    List<SchedulePerformance> series = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      Instant startsAt = starts.get(i);
      Expect.saneTime("startsAt[" + i + "]", startsAt);
      series.add(Scheduling.copy(new PerformanceId(ids.next()), now, startsAt, confirmOverlap));
    }
    return exchange
        .in(first.organisationId())
        .with(sent)
        .submit(
            new ScheduleSeries(series),
            events -> Answers.created(new ScheduledSeries(scheduled(events))));
  }

  @PostMapping("/api/v1/performances/{performanceId}/training-copies")
  @Operation(
      summary = "Make a copy of a performance to rehearse its onsale with",
      description =
          "It takes the place, time, prices in force and rules of the first, does not book the"
              + " venue, is in no total, is marked as training wherever it is shown, and is paid"
              + " through the simulated provider only. It is not yet on sale."
              + " 409 PERFORMANCE_IS_TRAINING for a copy of a copy.")
  @ApiResponse(
      responseCode = "201",
      description = "Scheduled",
      content = @Content(schema = @Schema(implementation = ScheduledPerformance.class)))
  ResponseEntity<byte[]> copyForTraining(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<TrainingWish> sent,
      Exchange exchange) {
    PerformanceScheduled first = directory.performance(performanceId);
    exchange.access().permit(first.organisationId());
    Training.refuse(first);
    return exchange
        .in(first.organisationId())
        .with(sent)
        .at("/api/v1/performances/")
        .submit(
            Scheduling.training(
                new PerformanceId(ids.next()),
                terms.now(performanceId),
                sent.value().holdSeconds()),
            events -> Answers.created(scheduled(events).getFirst()));
  }

  private static List<ScheduledPerformance> scheduled(List<Event> events) {
    return events.stream()
        .filter(PerformanceScheduled.class::isInstance)
        .map(event -> ScheduledPerformance.of((PerformanceScheduled) event))
        .toList();
  }
}
