package org.counterfoil.query.sales;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.query.live.ReadPosition;
import org.counterfoil.query.proof.TicketSales;

/** Finds the event by which a ticket was sold. */
final class SoldTickets implements TicketSales {

  private static final String SALE =
      """
      select ticket.order_id, performance.organisation_id, ticket.sold_position
      from sales.ticket join sales.performance using (performance_id)
      where ticket.ticket_id = ?
      """;

  private final SalesSnapshot snapshot;
  private final ReadPosition position;

  SoldTickets(SalesSnapshot snapshot, ReadPosition position) {
    this.snapshot = snapshot;
    this.position = position;
  }

  @Override
  public Optional<TicketSale> saleOf(TicketId ticketId, MinPosition minPosition) {
    long reached = position.await(minPosition.value(), List.of());
    return snapshot.read(
        tables ->
            tables
                .sql(SALE)
                .param(ticketId.value())
                .query(
                    (row, number) ->
                        new TicketSale(
                            new OrderId(row.getObject(1, UUID.class)),
                            new OrganisationId(row.getObject(2, UUID.class)),
                            row.getLong(3),
                            reached))
                .optional());
  }
}
