package org.counterfoil.command.process;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how far work has come that goes on by itself. */
@RestController
@Tag(name = "Setting up")
final class JobEndpoint {

  private final Directory directory;
  private final CancellationLog cancellations;
  private final RefundProcess refunds;

  JobEndpoint(Directory directory, CancellationLog cancellations, RefundProcess refunds) {
    this.directory = directory;
    this.cancellations = cancellations;
    this.refunds = refunds;
  }

  /**
   * The money of a job: a refund for each payment that something goes back of.
   *
   * @param total refunds that were decided on so far
   * @param paid how many of them have gone back
   * @param atCounter how many of them no provider sends back: buyers come for them
   */
  record Refunds(long total, long paid, long atCounter, long totalMinor, long paidMinor) {
    static Refunds of(OwedRefunds.Tally tally) {
      return new Refunds(
          tally.owed(), tally.paid(), tally.atCounter(), tally.owedMinor(), tally.paidMinor());
    }
  }

  /**
   * A job, read from the log as it stands.
   *
   * @param jobId the performance's id: one is cancelled once
   * @param kind what sort of work it is
   * @param total tickets that were valid when the performance was cancelled
   * @param done how many of them were decided on: they are void, and what was paid is owed back
   * @param refunds how far the money is, which goes on after every ticket was decided on
   * @param currency that of the amounts
   * @param finishedAt missing while it goes on
   */
  record Job(
      UUID jobId,
      @Schema(example = "CANCELLATION") String kind,
      PerformanceId performanceId,
      @Schema(example = "RUNNING") String state,
      long total,
      long done,
      Refunds refunds,
      String currency,
      Instant startedAt,
      @Nullable Instant finishedAt) {}

  @GetMapping("/api/v1/jobs/{jobId}")
  @Operation(summary = "How far a job has come: the refunds of a cancelled performance")
  ResponseEntity<Job> get(@PathVariable("jobId") PerformanceId performance, Access access) {
    access.permit(directory.performance(performance).organisationId());
    CancellationLog.Progress progress = cancellations.progress(performance);
    RecordedEvent cancelled = progress.cancelled();
    if (cancelled == null) {
      throw Problem.refused(
              PerformanceRejection.UNKNOWN_PERFORMANCE,
              "Expected a performance that was cancelled, but " + performance + " was not")
          .exception();
    }
    RecordedEvent settled = progress.settled();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(progress.position()))
        .body(
            new Job(
                performance.value(),
                "CANCELLATION",
                performance,
                settled == null ? "RUNNING" : "DONE",
                progress.tickets(),
                progress.decided(),
                Refunds.of(refunds.owedFor(performance)),
                directory.performance(performance).priceList().currency().getCurrencyCode(),
                cancelled.envelope().recordedAt(),
                settled == null ? null : settled.envelope().recordedAt()));
  }
}
