package org.counterfoil.query.proof;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Base64;
import java.util.List;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** An event as it is stored: what the tree is made of. */
@RestController
@Tag(name = "Proof")
class EntryEndpoint {

  private final EventLog log;

  EntryEndpoint(EventLog log) {
    this.log = log;
  }

  /**
   * An event.
   *
   * @param entry the exact bytes, base64
   */
  record Entry(long position, String entry) {}

  @GetMapping("/api/v1/log/entries/{position}")
  @Operation(summary = "The exact bytes of the event at a position, for its organisation")
  ResponseEntity<Entry> entry(@PathVariable long position, Access access) {
    List<RecordedEvent> found =
        position < 0 || position > log.lastPosition() ? List.of() : log.read(position - 1, 1);
    if (found.isEmpty()) {
      throw Problem.refused(
              ProofRejection.UNKNOWN_POSITION,
              "Expected a position of the log, but it is before or after it")
          .exception();
    }
    RecordedEvent event = found.getFirst();
    permit(event.envelope().organisation(), access);
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(position))
        .body(new Entry(position, Base64.getEncoder().encodeToString(event.entry())));
  }

  private static void permit(@Nullable OrganisationId organisation, Access access) {
    if (organisation != null) {
      access.permit(organisation);
    } else if (access.caller().isPlatformAdmin()) {
      access.permitBecause("It belongs to no organisation, and the platform's administrator asks");
    } else {
      throw Problem.of(
              ProblemCode.ACCESS_DENIED,
              "Expected the platform administrator, because it belongs to no organisation, but the"
                  + " caller is another")
          .exception();
    }
  }
}
