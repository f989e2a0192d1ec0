package org.counterfoil.eventstore.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionContested;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionRefused;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;

/** Who was let in, kept in the most obvious way. */
final class DoorBooks {

  private final Findings findings;
  private final Map<TicketId, PerformanceId> issued = new HashMap<>();
  private final Set<TicketId> admitted = new HashSet<>();

  DoorBooks(Findings findings) {
    this.findings = findings;
  }

  void sold(HoldSold sold) {
    for (IssuedTicket ticket : sold.tickets()) {
      issued.put(ticket.ticket().ticketId(), sold.performanceId());
    }
  }

  void apply(AdmissionEvent event) {
    switch (event) {
      case TicketAdmitted letIn -> admit(letIn, letIn.ticket());
      case AdmissionRefused refused -> {}
      case AdmissionContested contested -> {}
    }
  }

  private void admit(TicketAdmitted letIn, ScannedTicket ticket) {
    findings.require(
        admitted.add(ticket.ticketId()),
        Invariant.TICKET_ADMITTED_ONCE,
        () ->
            "Expected ticket %d of performance %s to be let in once, but it was again"
                .formatted(ticket.ticketNumber(), ticket.performanceId()));
    PerformanceId performance = issued.get(ticket.ticketId());
    findings.require(
        ticket.performanceId().equals(performance)
            && ticket.performanceId().equals(letIn.door().performanceId()),
        Invariant.TICKET_ADMITTED_ONCE,
        () ->
            "Expected an issued ticket of the door's performance %s, but %s is of %s"
                .formatted(letIn.door().performanceId(), ticket.ticketId(), performance));
  }
}
