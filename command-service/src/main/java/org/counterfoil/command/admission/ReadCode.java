package org.counterfoil.command.admission;

import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.ScannedTicket;
import org.counterfoil.eventstore.ticket.TicketStanding;
import org.jspecify.annotations.Nullable;

/**
 * What a code turned out to be.
 *
 * @param door where the scan is recorded
 * @param ticket whose code it is; missing where it is none of the organisation's
 * @param standing of that ticket
 * @param refusal why the ticket is not to be let in; missing where it may
 */
record ReadCode(
    Door door,
    @Nullable ScannedTicket ticket,
    @Nullable TicketStanding standing,
    @Nullable RefusalReason refusal) {

  static ReadCode unknown(Door door, RefusalReason reason) {
    return new ReadCode(door, null, null, reason);
  }
}
