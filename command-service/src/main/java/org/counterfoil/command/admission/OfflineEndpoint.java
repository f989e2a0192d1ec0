package org.counterfoil.command.admission;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.admission.OfflineScans.OfflineScan;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionCommand.RecordScans;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Scan;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScanReport;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.ticket.TicketIndex;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Doors without a network: a signed list to take along, and what was scanned with it. */
@RestController
@Tag(name = "Admissions")
final class OfflineEndpoint {

  private final Directory directory;
  private final Timetable timetable;
  private final CodeReading codes;
  private final TicketCodes signing;
  private final TicketIndex index;
  private final EventLog log;

  OfflineEndpoint(
      Directory directory,
      Timetable timetable,
      CodeReading codes,
      TicketCodes signing,
      TicketIndex index,
      EventLog log) {
    this.directory = directory;
    this.timetable = timetable;
    this.codes = codes;
    this.signing = signing;
    this.index = index;
    this.log = log;
  }

  /**
   * A list that was signed.
   *
   * @param list the bytes that were signed, in base 64: an {@link AdmissionList} as JSON
   * @param keyId of one of the ticket keys
   * @param signature Ed25519, in base 64
   */
  record SignedList(String list, String keyId, String signature) {}

  /**
   * What became of scans.
   *
   * @param items in the order of the scans
   * @param pending of which scans another request is recording right now; to be sent again
   */
  record MergedScans(List<AdmissionAnswer> items, List<ScanId> pending) {}

  @GetMapping("/api/v1/performances/{performanceId}/admission-list")
  @Operation(
      summary = "A signed list of a performance's tickets, for gates without a network",
      description =
          "Numbers and states, no personal data. A gate verifies codes with the keys of"
              + " /ticket-keys, refuses other issues than the list's, and reports its scans later.")
  ResponseEntity<SignedList> list(@PathVariable PerformanceId performanceId, Access access) {
    PerformanceScheduled performance = directory.performance(performanceId);
    access.permit(performance.organisationId());
    AdmissionList list = AdmissionList.of(performance, timetable, index, log);
    byte[] bytes = DomainJson.mapper().writeValueAsBytes(list);
    Base64.Encoder text = Base64.getEncoder();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(list.position()))
        .body(
            new SignedList(
                text.encodeToString(bytes),
                signing.publicKeys().getLast().keyId(),
                text.encodeToString(signing.sign(bytes))));
  }

  @PostMapping("/api/v1/performances/{performanceId}/admission-scans")
  @Operation(
      summary = "Merge what a gate scanned while it had no network",
      description =
          "The first report of a ticket is its admission. Where a gate let somebody in whom the log"
              + " would have refused, the answer says contested, and why. Sending scans again"
              + " changes nothing and answers the same.")
  @ApiResponse(
      responseCode = "200",
      description = "Recorded",
      content = @Content(schema = @Schema(implementation = MergedScans.class)))
  ResponseEntity<byte[]> merge(
      @PathVariable PerformanceId performanceId,
      @RequestBody Sent<OfflineScans> sent,
      Exchange exchange) {
    PerformanceScheduled performance = directory.performance(performanceId);
    exchange.access().permit(performance.organisationId());
    Gate gate = new Gate(performance.organisationId(), List.of(performanceId));
    Map<ScanId, AdmissionEvent> known = known(sent.value(), gate);
    List<ScanReport> fresh = new ArrayList<>();
    for (OfflineScan scan : sent.value().scans()) {
      if (!known.containsKey(scan.scanId())) {
        fresh.add(report(scan, sent.value(), gate));
      }
    }
    if (fresh.isEmpty()) {
      return ResponseEntity.ok()
          .header(Positions.POSITION, Long.toString(log.lastPositionOf(gate.ownDoor().streamId())))
          .body(DomainJson.mapper().writeValueAsBytes(merged(sent.value(), known)));
    }
    return exchange
        .in(gate.organisationId())
        .with(sent)
        .submit(
            new RecordScans(gate.ownDoor(), fresh), events -> answer(sent.value(), known, events));
  }

  private static Answer answer(
      OfflineScans sent, Map<ScanId, AdmissionEvent> known, List<Event> events) {
    Map<ScanId, AdmissionEvent> all = new HashMap<>(known);
    for (Event event : events) {
      AdmissionEvent recorded = (AdmissionEvent) event;
      all.put(recorded.scan().scanId(), recorded);
    }
    return Answers.ok(merged(sent, all));
  }

  private static MergedScans merged(OfflineScans sent, Map<ScanId, AdmissionEvent> outcomes) {
    List<AdmissionAnswer> items = new ArrayList<>();
    List<ScanId> pending = new ArrayList<>();
    for (OfflineScan scan : sent.scans()) {
      AdmissionEvent outcome = outcomes.get(scan.scanId());
      if (outcome == null) {
        pending.add(scan.scanId());
      } else {
        items.add(AdmissionAnswer.of(outcome, null));
      }
    }
    return new MergedScans(items, pending);
  }

  private Map<ScanId, AdmissionEvent> known(OfflineScans sent, Gate gate) {
    Map<ScanId, AdmissionEvent> known = new HashMap<>();
    log.readScans(sent.scans().stream().map(scan -> scan.scanId().value()).toList()).stream()
        .map(recorded -> (AdmissionEvent) recorded.envelope().payload())
        .filter(event -> event.door().equals(gate.ownDoor()))
        .forEach(event -> known.put(event.scan().scanId(), event));
    return known;
  }

  private ScanReport report(OfflineScan scan, OfflineScans sent, Gate gate) {
    ReadCode read = codes.read(scan.code(), gate, scan.scannedAt());
    return new ScanReport(
        new Scan(scan.scanId(), sent.gate(), scan.scannedAt(), true),
        read.ticket(),
        read.refusal(),
        scan.decision());
  }
}
