package org.counterfoil.query.sales;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** What can be bought, for everybody. */
@RestController
@Tag(name = "Following sales")
class AvailabilityEndpoint {

  private final AvailabilityQueries availability;
  private final PerformanceQueries performances;
  private final SalesReads reads;
  private final SalesStreams streams;

  AvailabilityEndpoint(
      AvailabilityQueries availability,
      PerformanceQueries performances,
      SalesReads reads,
      SalesStreams streams) {
    this.availability = availability;
    this.performances = performances;
    this.reads = reads;
    this.streams = streams;
  }

  @GetMapping("/api/v1/performances/{performanceId}")
  @Operation(summary = "A performance as the public may know it")
  ResponseEntity<ScheduledPerformance> performance(
      @PathVariable PerformanceId performanceId, MinPosition minPosition) {
    long reached = reads.reached(performanceId, minPosition);
    ScheduledPerformance performance =
        performances
            .performance(performanceId)
            .orElseThrow(() -> SalesProblems.unknown(performanceId));
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(reached)).body(performance);
  }

  /**
   * The ETag is weak: the same places may be answered with a later position. Answers are 304 while
   * nothing about the performance has changed.
   */
  @GetMapping("/api/v1/performances/{performanceId}/availability")
  @Operation(
      summary = "What can be bought, by zone, area and seat",
      description =
          "`seats` is base64 of two bits a seat in the order of the seating plan `seatOrder`, the"
              + " first seat of each byte in its most significant bits: 0 free, 1 held, 2 sold,"
              + " 3 not for sale.")
  ResponseEntity<Availability> availability(
      @PathVariable PerformanceId performanceId, MinPosition minPosition) {
    long reached = reads.reached(performanceId, minPosition);
    AvailabilityQueries.Versioned answer =
        availability
            .current(performanceId, reached)
            .orElseThrow(() -> SalesProblems.unknown(performanceId));
    return ResponseEntity.ok()
        .eTag("W/\"" + answer.version() + "\"")
        .cacheControl(CacheControl.noCache())
        .header(Positions.POSITION, Long.toString(reached))
        .body(answer.availability());
  }

  @GetMapping("/api/v1/performances/{performanceId}/availability/stream")
  @Operation(summary = "The same as server-sent events")
  SseEmitter stream(
      @PathVariable PerformanceId performanceId,
      MinPosition minPosition,
      @RequestHeader(name = SalesStreams.LAST_EVENT_ID, required = false) @Nullable String last) {
    reads.reached(performanceId, minPosition);
    return streams.availability(performanceId, last);
  }
}
