package org.counterfoil.command.admission;

import java.time.Instant;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionContested;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionRefused;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.EarlierAdmission;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scan.
 *
 * @param admitted whether it let the ticket in, and counts as its admission
 * @param contested whether a gate without a network let somebody in all the same
 * @param reason why not
 * @param performanceId of the ticket, which may be another than the gate's
 * @param place where the ticket's place is; missing where the code is none of ours
 * @param earlier when and where the ticket was let in before
 */
record AdmissionAnswer(
    boolean admitted,
    boolean contested,
    @Nullable RefusalReason reason,
    ScanId scanId,
    GateName gate,
    Instant scannedAt,
    @Nullable PerformanceId performanceId,
    @Nullable Integer ticketNumber,
    @Nullable TicketPlace place,
    @Nullable EarlierAdmission earlier) {

  static AdmissionAnswer of(AdmissionEvent event, @Nullable TicketPlace place) {
    return switch (event) {
      case TicketAdmitted admitted -> answer(event, null, place, null);
      case AdmissionRefused refused -> answer(event, refused.reason(), place, refused.earlier());
      case AdmissionContested contested ->
          answer(event, contested.reason(), place, contested.earlier());
    };
  }

  private static AdmissionAnswer answer(
      AdmissionEvent event,
      @Nullable RefusalReason reason,
      @Nullable TicketPlace place,
      @Nullable EarlierAdmission earlier) {
    ScannedTicket ticket = event.ticket();
    return new AdmissionAnswer(
        reason == null,
        event instanceof AdmissionContested,
        reason,
        event.scan().scanId(),
        event.scan().gate(),
        event.scan().scannedAt(),
        ticket == null ? null : ticket.performanceId(),
        ticket == null ? null : ticket.ticketNumber(),
        place,
        earlier);
  }
}
