package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;

import java.util.UUID;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.Scan;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketId;

/** What happens to tickets at doors, and to their codes. */
interface WrittenAdmissions<L> extends Writing<L> {

  default L admitted(int number) {
    return admittedAt(PERFORMANCE, number, 0);
  }

  default L admittedWith(int number, int issue) {
    return admittedAt(PERFORMANCE, number, issue);
  }

  default L admittedElsewhere(int number) {
    return admittedAt(new PerformanceId(id("another performance")), number, 0);
  }

  private L admittedAt(PerformanceId performance, int number, int issue) {
    Door door = new Door(THEATRE, performance);
    Scan scan = new Scan(new ScanId(UUID.randomUUID()), new GateName("EAST"), now(), false);
    ScannedTicket ticket =
        new ScannedTicket(new TicketId(id("ticket " + number)), PERFORMANCE, number, issue);
    return write(door.streamId(), new AdmissionEvent.TicketAdmitted(door, scan, ticket));
  }

  default L reissued(String order, int number, int issue) {
    return money(
        new OrderEvent.TicketReissued(
            order(order),
            THEATRE,
            PERFORMANCE,
            new TicketId(id("ticket " + number)),
            number,
            issue));
  }

  default L transferred(String order, int number, int issue) {
    return money(
        new OrderEvent.TicketTransferred(
            order(order),
            THEATRE,
            PERFORMANCE,
            new TicketId(id("ticket " + number)),
            number,
            issue));
  }
}
