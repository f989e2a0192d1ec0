package org.counterfoil.domain.admission;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.jspecify.annotations.Nullable;

/**
 * What became of a scan: one event for each, in the door's stream. The text of a code is never
 * kept: what is none of ours may be anything, and about anybody.
 */
public sealed interface AdmissionEvent extends Event {

  Door door();

  Scan scan();

  /** Whose code it was; missing where it is none of ours. */
  @Nullable ScannedTicket ticket();

  /** Somebody was let in, for the first time with this ticket. */
  @EventType(name = "ticket.admitted", revision = 1)
  record TicketAdmitted(Door door, Scan scan, ScannedTicket ticket) implements AdmissionEvent {}

  /**
   * Somebody was not let in.
   *
   * @param earlier the admission that stands in the way, where one does
   */
  @EventType(name = "admission.refused", revision = 1)
  record AdmissionRefused(
      Door door,
      Scan scan,
      RefusalReason reason,
      @Nullable ScannedTicket ticket,
      @Nullable EarlierAdmission earlier)
      implements AdmissionEvent {}

  /**
   * A gate without a network had let somebody in whom the log would have refused: the same ticket
   * had been let in elsewhere, or was void by then. It happened, so it is recorded, and is no
   * admission of the ticket.
   *
   * @param earlier the admission that counts, where there is one
   */
  @EventType(name = "admission.contested", revision = 1)
  record AdmissionContested(
      Door door,
      Scan scan,
      RefusalReason reason,
      @Nullable ScannedTicket ticket,
      @Nullable EarlierAdmission earlier)
      implements AdmissionEvent {}
}
