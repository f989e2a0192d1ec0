package org.counterfoil.query.proof;

import java.util.Optional;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.http.position.MinPosition;

/** Knows by which event a ticket was sold. Whoever projects sales gives one. */
@FunctionalInterface
public interface TicketSales {

  /**
   * Where a ticket was sold.
   *
   * @param position of the event that sold it
   * @param reached the position that this reflects
   */
  record TicketSale(OrderId orderId, OrganisationId organisation, long position, long reached) {}

  /** The sale; nothing where there is no such ticket. Waits until the position is reached. */
  Optional<TicketSale> saleOf(TicketId ticketId, MinPosition minPosition);
}
