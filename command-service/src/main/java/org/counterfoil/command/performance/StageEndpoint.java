package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ReschedulePerformance;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Says that a performance took place, will not take place, or will at another time. */
@RestController
@Tag(name = "Setting up")
final class StageEndpoint {

  private final Directory directory;
  private final Terms terms;
  private final VenueBookings bookings;
  private final Clock clock;

  StageEndpoint(Directory directory, Terms terms, VenueBookings bookings, Clock clock) {
    this.directory = directory;
    this.terms = terms;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** How far a performance has come. */
  record PerformanceState(PerformanceId performanceId, PerformanceStage state) {}

  /**
   * New times.
   *
   * @param endsAt as long after its start as before where missing
   * @param confirmOverlap whether it moves even where another performance takes the venue then
   */
  record RescheduleWish(
      @Schema(example = "2026-12-08T19:30:00Z") Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Boolean confirmOverlap) {}

  /** When a performance takes place now. */
  record RescheduledPerformance(PerformanceId performanceId, Instant startsAt, Instant endsAt) {}

  /**
   * Why a performance will not take place, and what buyers get.
   *
   * @param refundFees whether fees go back with the tickets that are refunded; they do where
   *     missing
   * @param claimUntil until when buyers who are not known may ask for their money
   */
  record CancellationWish(
      @Schema(example = "ILLNESS") CancellationReason reasonCode,
      @Nullable Boolean refundFees,
      @Nullable Instant claimUntil) {}

  /**
   * Work that goes on by itself.
   *
   * @param jobId asked about at {@code /jobs/{jobId}}
   */
  record StartedJob(UUID jobId, PerformanceId performanceId, String state) {}

  @PostMapping("/api/v1/performances/{performanceId}/completion")
  @Operation(
      summary = "Say that a performance took place",
      description =
          "What was taken for it is earned from now on, what is held is given back, and nothing"
              + " more is sold. It happens by itself at the end of the performance. Repeating it"
              + " changes nothing. 409 PERFORMANCE_CANCELLED.")
  @ApiResponse(
      responseCode = "200",
      description = "It took place",
      content = @Content(schema = @Schema(implementation = PerformanceState.class)))
  ResponseEntity<byte[]> complete(@PathVariable PerformanceId performanceId, Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    return exchange
        .in(scheduled.organisationId())
        .submit(
            new CompletePerformance(performanceId, false),
            events -> Answers.ok(new PerformanceState(performanceId, PerformanceStage.COMPLETED)));
  }

  @PostMapping("/api/v1/performances/{performanceId}/reschedule")
  @Operation(
      summary = "Move a performance to another time",
      description =
          "Its tickets stay good; who cannot come is refunded with PERFORMANCE_RESCHEDULED. Also"
              + " after the time it was to start, as long as nobody said that it took place."
              + " 409 VENUE_OCCUPIED unless confirmOverlap; 409 PERFORMANCE_COMPLETED,"
              + " PERFORMANCE_CANCELLED.")
  @ApiResponse(
      responseCode = "200",
      description = "Moved",
      content = @Content(schema = @Schema(implementation = RescheduledPerformance.class)))
  ResponseEntity<byte[]> reschedule(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<RescheduleWish> sent,
      Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    RescheduleWish wish = sent.value();
    Expect.saneTime("startsAt", wish.startsAt());
    Expect.saneTime("endsAt", wish.endsAt());
    Terms.InForce now = terms.now(performanceId);
    Instant endsAt =
        wish.endsAt() == null
            ? wish.startsAt().plus(Duration.between(now.startsAt(), now.endsAt()))
            : wish.endsAt();
    boolean isBooked = !scheduled.isTraining();
    boolean mayOverlap = Boolean.TRUE.equals(wish.confirmOverlap());
    if (isBooked && !mayOverlap && now.stage() == PerformanceStage.SCHEDULED) {
      bookings.requireFree(scheduled, wish.startsAt(), endsAt, clock.instant());
    }
    ResponseEntity<byte[]> answer =
        exchange
            .in(scheduled.organisationId())
            .with(sent)
            .submit(
                new ReschedulePerformance(performanceId, wish.startsAt(), endsAt),
                events ->
                    Answers.ok(new RescheduledPerformance(performanceId, wish.startsAt(), endsAt)));
    if (isBooked) {
      bookings.follow(performanceId, exchange.access().actor(), exchange.cause());
    }
    return answer;
  }

  @PostMapping("/api/v1/performances/{performanceId}/cancellation")
  @Operation(
      summary = "Cancel a performance and give everybody their money back",
      description =
          "Nothing more is sold from this moment on, what is held is given back, and the debt"
              + " arises. The refunds are a job that goes on by itself, also after a crash: money"
              + " goes back as it came, tickets refunded before are skipped, free ones are void."
              + " Fees go back with them unless refundFees is false; donations stay."
              + " What was paid at the counter is owed until it is paid out there. Repeating it"
              + " changes nothing. 409 PERFORMANCE_COMPLETED.")
  @ApiResponse(
      responseCode = "202",
      description = "Cancelled; the refunds are under way",
      content = @Content(schema = @Schema(implementation = StartedJob.class)))
  ResponseEntity<byte[]> cancel(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<CancellationWish> sent,
      Exchange exchange) {
    PerformanceScheduled scheduled = directory.performance(performanceId);
    exchange.access().permit(scheduled.organisationId());
    CancellationWish wish = sent.value();
    Expect.saneTime("claimUntil", wish.claimUntil());
    return exchange
        .in(scheduled.organisationId())
        .with(sent)
        .submit(
            new CancelPerformance(
                performanceId,
                wish.reasonCode(),
                !Boolean.FALSE.equals(wish.refundFees()),
                wish.claimUntil()),
            events ->
                Answers.accepted(new StartedJob(performanceId.value(), performanceId, "RUNNING")));
  }
}
