package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.CURTAIN;
import static org.counterfoil.eventstore.codec.SampleEvents.PERFORMANCE;
import static org.counterfoil.eventstore.codec.SampleEvents.THEATRE;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionContested;
import org.counterfoil.domain.admission.AdmissionEvent.AdmissionRefused;
import org.counterfoil.domain.admission.AdmissionEvent.TicketAdmitted;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.admission.EarlierAdmission;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.Scan;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.seathold.TicketId;

/** One of each event at a door. A sample MUST NOT be changed once it is approved. */
final class SampleAdmissions {

  private static final Door DOOR = new Door(THEATRE, PERFORMANCE);
  private static final GateName EAST = new GateName("EAST-2");
  private static final ScannedTicket TICKET =
      new ScannedTicket(new TicketId(id(24)), PERFORMANCE, 1, 1);
  private static final EarlierAdmission EARLIER =
      new EarlierAdmission(new ScanId(id(40)), EAST, CURTAIN.minusSeconds(900));

  private SampleAdmissions() {}

  static List<Event> all() {
    return List.of(
        new TicketAdmitted(DOOR, scan(40, false), TICKET),
        new AdmissionRefused(
            DOOR, scan(41, false), RefusalReason.ALREADY_ADMITTED, TICKET, EARLIER),
        new AdmissionContested(
            DOOR, scan(42, true), RefusalReason.ALREADY_ADMITTED, TICKET, EARLIER));
  }

  private static Scan scan(int id, boolean isOffline) {
    return new Scan(new ScanId(id(id)), EAST, CURTAIN.minusSeconds(600), isOffline);
  }
}
