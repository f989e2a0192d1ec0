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
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;

/** Who was let in, kept in the most obvious way. */
final class DoorBooks {

  private final Findings findings;
  private final Map<TicketId, PerformanceId> issued = new HashMap<>();
  private final Set<TicketId> admitted = new HashSet<>();
  private final Map<TicketId, Integer> codes = new HashMap<>();

  DoorBooks(Findings findings) {
    this.findings = findings;
  }

  void sold(HoldSold sold) {
    for (IssuedTicket ticket : sold.tickets()) {
      issued.put(ticket.ticket().ticketId(), sold.performanceId());
    }
  }

  /** Hears of new codes, which orders make; of tickets that were sold before, it knows none. */
  void coded(OrderEvent event) {
    if (event instanceof TicketReissued reissued) {
      coded(reissued.ticketId(), reissued.ticketNumber(), reissued.issue());
    } else if (event instanceof TicketTransferred transferred) {
      coded(transferred.ticketId(), transferred.ticketNumber(), transferred.issue());
    }
  }

  private void coded(TicketId ticket, int number, int issue) {
    if (issued.containsKey(ticket)) {
      int before = codes.getOrDefault(ticket, 0);
      codes.put(ticket, issue);
      findings.require(
          issue == before + 1,
          Invariant.TICKET_CODES_COUNTED,
          () ->
              "Expected code %d of ticket %d next, but it is %d"
                  .formatted(before + 1, number, issue));
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
    int newest = codes.getOrDefault(ticket.ticketId(), 0);
    findings.require(
        ticket.issue() <= newest,
        Invariant.TICKET_CODES_COUNTED,
        () ->
            "Expected ticket %d to be let in with code %d or an earlier one, but it was with %d"
                .formatted(ticket.ticketNumber(), newest, ticket.issue()));
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
