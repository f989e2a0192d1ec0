package org.counterfoil.domain.admission;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.admission.AdmissionCommand.RecordScans;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionContested;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionRefused;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.ScanReport.OfflineDecision;
import org.jspecify.annotations.Nullable;

/**
 * Lets every ticket in once. What was let in by gates without a network counts from the moment it
 * is reported: the first report of a ticket is its admission, whatever the clocks of the gates say.
 */
public final class AdmissionDecider
    implements Decider<AdmissionCommand, Admissions, AdmissionEvent> {

  @Override
  public Decision<AdmissionEvent> decide(AdmissionCommand command, Admissions state, Instant now) {
    return switch (command) {
      case RecordScans record -> record(record, state);
    };
  }

  private static Decision<AdmissionEvent> record(RecordScans command, Admissions state) {
    List<AdmissionEvent> events = new Recording(command.door(), state).of(command);
    return events.isEmpty()
        ? Decision.reject(
            AdmissionRejection.SCAN_KNOWN, "Expected a new scan, but all of them are known")
        : Decision.accept(events);
  }

  @Override
  public void evolve(Admissions state, AdmissionEvent event) {
    state.scans.add(event.scan().scanId());
    switch (event) {
      case TicketAdmitted admitted ->
          state.admitted.put(
              admitted.ticket().ticketNumber(), EarlierAdmission.of(admitted.scan()));
      case AdmissionRefused refused -> {}
      case AdmissionContested contested -> {}
    }
  }

  /** One command's scans; each sees those before it. */
  private static final class Recording {

    private final Door door;
    private final Admissions state;
    private final Map<Integer, EarlierAdmission> admitted = new HashMap<>();
    private final Set<ScanId> scans = new HashSet<>();

    Recording(Door door, Admissions state) {
      this.door = door;
      this.state = state;
    }

    List<AdmissionEvent> of(RecordScans command) {
      List<AdmissionEvent> events = new ArrayList<>();
      for (ScanReport report : command.reports()) {
        ScanId id = report.scan().scanId();
        if (!state.knows(id) && scans.add(id)) {
          events.add(decide(report));
        }
      }
      return events;
    }

    private AdmissionEvent decide(ScanReport report) {
      ScannedTicket ticket = report.ticket();
      EarlierAdmission earlier = ticket == null ? null : earlier(ticket.ticketNumber());
      RefusalReason refusal = report.refusal();
      if (refusal == null && earlier != null) {
        refusal = RefusalReason.ALREADY_ADMITTED;
      }
      OfflineDecision offline = report.offline();
      if (offline != null && offline.reason() != null) {
        return refused(report, refusal == null ? offline.reason() : refusal, earlier);
      }
      if (ticket != null && refusal == null) {
        admitted.put(ticket.ticketNumber(), EarlierAdmission.of(report.scan()));
        return new TicketAdmitted(door, report.scan(), ticket);
      }
      if (refusal == null) {
        throw new IllegalStateException("Expected a refusal without a ticket, but there is none");
      }
      return offline == null
          ? refused(report, refusal, earlier)
          : new AdmissionContested(door, report.scan(), refusal, ticket, earlier);
    }

    private AdmissionEvent refused(
        ScanReport report, RefusalReason reason, @Nullable EarlierAdmission earlier) {
      return new AdmissionRefused(door, report.scan(), reason, report.ticket(), earlier);
    }

    private @Nullable EarlierAdmission earlier(int ticketNumber) {
      EarlierAdmission now = admitted.get(ticketNumber);
      return now == null ? state.of(ticketNumber) : now;
    }
  }
}
