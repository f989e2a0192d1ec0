package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what came back: tickets that are void, and money that went back for tickets. One does not
 * follow from the other, and each is told by an event of its own. Written as it comes.
 */
final class ReturnRows {

  private static final String READ =
      """
      select to_jsonb(t) from ticket t
      where ticket_id in (select value::uuid from jsonb_array_elements_text(cast(? as jsonb)))
      """;
  private static final String VOID =
      """
      update ticket t set voided_position = c.voided_position, voided_at = c.voided_at
      from jsonb_populate_recordset(null::ticket, cast(? as jsonb)) c
      where t.ticket_id = c.ticket_id
      """;
  private static final String REFUND =
      """
      insert into ticket_refund
      select * from jsonb_populate_recordset(null::ticket_refund, cast(? as jsonb))
      """;

  private record VoidRow(UUID ticketId, long voidedPosition, String voidedAt) {}

  private record RefundRow(
      UUID ticketId,
      UUID performanceId,
      long position,
      String at,
      long grossMinor,
      long netMinor,
      long taxMinor) {}

  private final JdbcClient tables;
  private final JsonRows rows;

  ReturnRows(JdbcClient tables) {
    this.tables = tables;
    this.rows = new JsonRows(tables);
  }

  void apply(TicketEvent event, Moment when) {
    switch (event) {
      case TicketsVoided voided -> apply(voided, when);
    }
  }

  private void apply(TicketsVoided voided, Moment when) {
    UUID performance = voided.performanceId().value();
    Map<UUID, TicketRow> tickets =
        read(voided.tickets().stream().map(ticket -> ticket.ticketId().value()).toList());
    Set<Integer> seats = new HashSet<>();
    for (VoidedTicket ticket : voided.tickets()) {
      if (ticket.seatIndex() != null) {
        seats.add(ticket.seatIndex());
      }
    }
    PerformanceChange change =
        new PerformanceChange(
            performance, HeldBackBook.of(tables, Set.of(performance), seats), when);
    List<VoidRow> voids = new ArrayList<>();
    boolean isCancelled = isCancelled(performance);
    for (VoidedTicket ticket : voided.tickets()) {
      UUID id = ticket.ticketId().value();
      TicketRow known = known(tickets, id);
      change.freePlace(known, ticket, voided.isBackOnSale());
      if (!isCancelled) {
        change.takeBack(known);
        voids.add(new VoidRow(id, when.position(), time(when)));
      }
    }
    rows.writeEach(VOID, voids);
    new SalesRows(tables).write(List.of(change));
  }

  /** What is owed since the performance was cancelled was taken back then. */
  void apply(TicketsRefunded refunded, Moment when) {
    if (refunded.revenue() == RevenueStand.OWED) {
      return;
    }
    giveBack(refunded.performanceId(), refunded.tickets(), when);
  }

  /** The new ones are counted where their hold is sold. */
  void apply(TicketsExchanged exchanged, Moment when) {
    giveBack(exchanged.performanceId(), exchanged.returned(), when);
  }

  /** The new ones are counted at their performance. */
  void apply(TicketsExchangedElsewhere elsewhere, Moment when) {
    giveBack(elsewhere.performanceId(), elsewhere.returned(), when);
  }

  /** What goes back for fees alone is none of a performance's figures. */
  private void giveBack(PerformanceId id, List<RefundedTicket> refunded, Moment when) {
    if (refunded.isEmpty()) {
      return;
    }
    UUID performance = id.value();
    Map<UUID, TicketRow> tickets =
        read(refunded.stream().map(ticket -> ticket.ticketId().value()).toList());
    PerformanceChange change =
        new PerformanceChange(
            performance, HeldBackBook.of(tables, Set.of(performance), Set.of()), when);
    List<RefundRow> refunds = new ArrayList<>();
    for (RefundedTicket ticket : refunded) {
      UUID ticketId = ticket.ticketId().value();
      change.giveBack(known(tickets, ticketId), ticket);
      refunds.add(
          new RefundRow(
              ticketId,
              performance,
              when.position(),
              time(when),
              ticket.grossMinor(),
              ticket.netMinor(),
              ticket.taxMinor()));
    }
    rows.write(REFUND, refunds);
    new SalesRows(tables).write(List.of(change));
  }

  private boolean isCancelled(UUID performance) {
    return tables
        .sql("select stage = ? from performance where performance_id = ?")
        .params(PerformanceStage.CANCELLED.name(), performance)
        .query(Boolean.class)
        .single();
  }

  private Map<UUID, TicketRow> read(Collection<UUID> ids) {
    Map<UUID, TicketRow> tickets = new HashMap<>();
    rows.read(READ, ids, TicketRow.class).forEach(row -> tickets.put(row.ticketId(), row));
    return tickets;
  }

  private static TicketRow known(Map<UUID, TicketRow> tickets, UUID id) {
    TicketRow ticket = tickets.get(id);
    if (ticket == null) {
      throw new IllegalStateException("Expected ticket " + id + " to be issued, but it never was");
    }
    return ticket;
  }

  private static String time(Moment when) {
    return Timestamp.from(when.at()).toInstant().toString();
  }
}
