package org.counterfoil.standalone.rehearsal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Rehearsals for programs. */
@RestController
@Tag(name = "Rehearsals")
final class RehearsalEndpoint {

  private final Rehearsing rehearsing;

  RehearsalEndpoint(Rehearsing rehearsing) {
    this.rehearsing = rehearsing;
  }

  @PostMapping("/api/v1/performances/{performanceId}/rehearsals")
  @Operation(
      summary = "Rehearse the onsale of a performance",
      description =
          "Makes a copy for training and sends it a seeded crowd, bots included. One at a time: 409"
              + " REHEARSAL_RUNNING. 409 ONSALE_NEAR while a real sale is about to open or has just"
              + " opened, for a rehearsal takes the same machine.")
  @ApiResponse(responseCode = "202", description = "Begun; its address is in Location")
  ResponseEntity<Rehearsal> begin(
      @PathVariable PerformanceId performanceId,
      @RequestBody Wish wish,
      HttpServletRequest request,
      Access access) {
    Rehearsal begun = rehearsing.begin(performanceId, wish, request, access);
    return ResponseEntity.accepted()
        .location(URI.create("/api/v1/rehearsals/" + begun.rehearsalId()))
        .body(begun);
  }

  @GetMapping("/api/v1/performances/{performanceId}/rehearsals")
  @Operation(summary = "The rehearsals of a performance, the newest first")
  Page<Rehearsal> list(@PathVariable PerformanceId performanceId, Access access) {
    List<Rehearsal> all = rehearsing.of(performanceId, access);
    return new Page<>(all, null);
  }

  @GetMapping("/api/v1/rehearsals/{rehearsalId}")
  @Operation(summary = "A rehearsal: its progress while it runs, its report afterwards")
  Rehearsal get(@PathVariable UUID rehearsalId, Access access) {
    return rehearsing.find(rehearsalId, access);
  }

  @DeleteMapping("/api/v1/rehearsals/{rehearsalId}")
  @Operation(summary = "Stop a rehearsal", description = "Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "Everybody was sent home")
  ResponseEntity<Void> stop(@PathVariable UUID rehearsalId, Access access) {
    rehearsing.stop(rehearsalId, access);
    return ResponseEntity.noContent().build();
  }
}
