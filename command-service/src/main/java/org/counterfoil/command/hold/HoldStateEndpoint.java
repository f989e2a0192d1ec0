package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.hold.HoldAnswers.HoldState;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Tells how a hold stands, also after its end. */
@RestController
@Tag(name = "Selling")
final class HoldStateEndpoint {

  private final HoldHistory history;
  private final Directory directory;

  HoldStateEndpoint(HoldHistory history, Directory directory) {
    this.history = history;
    this.directory = directory;
  }

  @GetMapping("/api/v1/holds/{holdId}")
  @Operation(summary = "A hold as it stands, also after its end")
  ResponseEntity<HoldState> get(@PathVariable HoldId holdId, Access access) {
    access.permitHold(
        holdId,
        () -> directory.performance(directory.hold(holdId).performanceId()).organisationId());
    PerformanceScheduled performance =
        directory.performance(directory.hold(holdId).performanceId());
    HoldHistory.Standing standing = history.of(holdId, performance);
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(standing.position()))
        .body(standing.state());
  }
}
