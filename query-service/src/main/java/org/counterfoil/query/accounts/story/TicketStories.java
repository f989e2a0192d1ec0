package org.counterfoil.query.accounts.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;

/** Finds what happened to a ticket. */
public final class TicketStories {

  private static final String TICKET =
      """
      select t.*, p.title, p.starts_at, p.time_zone, org.currency,
        (select coalesce(sum(r.gross_minor), 0) from ticket_refund r
          where r.ticket_id = t.ticket_id and r.position <= :position
            and r.at <= cast(:time as timestamptz)) as refunded_minor
      from ticket t
      join performance p on p.performance_id = t.performance_id
      join organisation org on org.organisation_id = t.organisation_id
      where t.organisation_id = :organisation and t.ticket_id = :ticket and not t.is_training
        and t.issued_position <= :position and t.issued_at <= cast(:time as timestamptz)
      """;

  /** What its performance came to is everybody's who has a ticket for it. */
  private static final String STEPS =
      """
      select o.kind, o.number, o.entry_number, o.recorded_at, o.position from operation o
      where o.organisation_id = :organisation and not o.is_training
        and o.position <= :position and o.recorded_at <= cast(:time as timestamptz)
        and (o.order_id = :order or (o.order_id is null and o.performance_id = :performance))
      order by o.number
      """;

  private final BooksSnapshot snapshot;

  TicketStories(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Optional<TicketStory> of(BooksScope scope, UUID ticket) {
    return snapshot.read(
        tables ->
            tables
                .sql(TICKET)
                .params(scope.parameters())
                .param("ticket", ticket)
                .query((row, n) -> ticket(row))
                .optional()
                .map(
                    found ->
                        with(
                            found,
                            tables
                                .sql(STEPS)
                                .params(scope.parameters())
                                .param("order", found.orderId())
                                .param("performance", found.performanceId())
                                .query(TicketStory.Step.class)
                                .list())));
  }

  private static TicketStory ticket(ResultSet row) throws SQLException {
    return new TicketStory(
        row.getObject("ticket_id", UUID.class),
        row.getInt("ticket_number"),
        row.getObject("performance_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("title"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getString("time_zone"),
        row.getString("zone"),
        row.getString("price_type_name"),
        row.getString("tax_rate"),
        row.getString("currency"),
        row.getLong("gross_minor"),
        row.getLong("tax_minor"),
        row.getLong("refunded_minor"),
        row.getLong("issued_position"),
        List.of());
  }

  private static TicketStory with(TicketStory ticket, List<TicketStory.Step> steps) {
    return new TicketStory(
        ticket.ticketId(),
        ticket.ticketNumber(),
        ticket.performanceId(),
        ticket.orderId(),
        ticket.title(),
        ticket.startsAt(),
        ticket.timeZone(),
        ticket.zone(),
        ticket.priceTypeName(),
        ticket.taxRate(),
        ticket.currency(),
        ticket.grossMinor(),
        ticket.taxMinor(),
        ticket.refundedMinor(),
        ticket.issuedPosition(),
        steps);
  }
}
