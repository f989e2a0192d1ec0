package org.counterfoil.command.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.admission.AdmissionCommand.RecordScans;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.Scan;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScanReport;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets people in, one scan at a time. */
@RestController
@Tag(name = "Admissions")
final class AdmissionEndpoint {

  private static final int MOST_CHARACTERS = 1_000;
  private static final int MOST_PERFORMANCES = 50;

  private final Gates gates;
  private final CodeReading codes;
  private final EventLog log;
  private final TimeOrderedIds ids;
  private final Clock clock;

  AdmissionEndpoint(Gates gates, CodeReading codes, EventLog log, TimeOrderedIds ids, Clock clock) {
    this.gates = gates;
    this.codes = codes;
    this.log = log;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * A code that was scanned, or typed.
   *
   * @param performanceIds what the gate admits to; without, whatever is due, and nothing typed
   * @param scanId made by the gate: sent again, it is the same scan, and gets the same answer
   */
  record ScannedCode(
      @Schema(description = "what the QR code says, or the short code under it") String code,
      @Schema(example = "EAST-2") GateName gate,
      @Nullable List<PerformanceId> performanceIds,
      @Nullable ScanId scanId) {

    ScannedCode {
      if (code.length() > MOST_CHARACTERS) {
        throw Problem.invalid("code", "Expected at most 1000 characters, but there are more")
            .exception();
      }
      performanceIds = performanceIds == null ? List.of() : List.copyOf(performanceIds);
      if (performanceIds.size() > MOST_PERFORMANCES) {
        throw Problem.invalid("performanceIds", "Expected at most 50, but there are more")
            .exception();
      }
    }
  }

  @PostMapping("/api/v1/admissions")
  @Operation(
      summary = "Let a ticket in, once",
      description =
          "Both outcomes are 200 and recorded. Reasons: UNKNOWN_CODE, FORGED, WRONG_PERFORMANCE,"
              + " TRAINING, VOIDED, TRANSFERRED, REISSUED, NOT_YET_OPEN, OVER, ALREADY_ADMITTED (with when and"
              + " where). A gate without performanceIds lets in from 4 hours before the start until"
              + " 2 hours after the end. 409 SCAN_KNOWN: the same scan is being answered.")
  @ApiResponse(
      responseCode = "200",
      description = "Let in, or not",
      content = @Content(schema = @Schema(implementation = AdmissionAnswer.class)))
  ResponseEntity<byte[]> admit(@RequestBody Sent<ScannedCode> sent, Exchange exchange) {
    ScannedCode scanned = sent.value();
    List<PerformanceId> performances = Objects.requireNonNull(scanned.performanceIds());
    Gate gate = gates.permit(exchange.access(), performances, scanned.code());
    ScanId known = scanned.scanId();
    ScanId id = known == null ? new ScanId(ids.next()) : known;
    Instant now = clock.instant();
    ReadCode read = codes.read(scanned.code(), gate, now);
    TicketPlace place = read.standing() == null ? null : TicketPlace.of(read.standing(), log);
    if (known != null) {
      for (RecordedEvent recorded : log.readScans(List.of(known.value()))) {
        return again(recorded, gate, place);
      }
    }
    ScanReport report =
        new ScanReport(
            new Scan(id, scanned.gate(), now, false), read.ticket(), read.refusal(), null);
    return exchange
        .in(gate.organisationId())
        .with(sent)
        .submit(
            new RecordScans(read.door(), List.of(report)),
            events -> Answers.ok(AdmissionAnswer.of((AdmissionEvent) events.getFirst(), place)));
  }

  /** What was answered to the same scan before; whoever lost an answer is not told "already in". */
  private static ResponseEntity<byte[]> again(
      RecordedEvent recorded, Gate gate, @Nullable TicketPlace place) {
    AdmissionEvent event = (AdmissionEvent) recorded.envelope().payload();
    if (!event.door().organisationId().equals(gate.organisationId())) {
      throw Problem.invalid("scanId", "Expected an id of the gate's own, but it is another's")
          .exception();
    }
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .header(Positions.POSITION, Long.toString(recorded.position()))
        .body(DomainJson.mapper().writeValueAsBytes(AdmissionAnswer.of(event, place)));
  }
}
