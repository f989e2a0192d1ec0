package org.counterfoil.eventstore.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tickets by id and by number. Nothing is written when they are sold; whoever asks first reads on
 * in the log, so that an answer reflects everything that was recorded before the question. Asked by
 * any number of threads and processes; one of them reads on at a time.
 */
public final class TicketIndex {

  private static final int PAGE = 1_000;

  private static final String IS_BEHIND =
      """
      select exists (select 1 from log.event
        where name in
            ('seat-hold.sold', 'order.ticket-reissued', 'order.ticket-transferred', 'ticket.voided')
          and position > (select read_to from log.issued_tickets_read))
      """;
  private static final String LOCK = "select read_to from log.issued_tickets_read for update";
  private static final String READ_TO = "update log.issued_tickets_read set read_to = ?";
  private static final String ISSUE =
      """
      insert into log.issued_ticket
        (ticket_id, performance_id, ticket_number, order_id, sold_position, proof, seat_id)
      values (?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String REISSUE =
      "update log.issued_ticket set issue = ? where ticket_id = ?";

  private static final String TRANSFER =
      "update log.issued_ticket set issue = ?, transferred_issue = ? where ticket_id = ?";

  private static final String VOID =
      "update log.issued_ticket set is_void = true where ticket_id = ?";

  private static final String SELECT =
      """
      select ticket_id, performance_id, ticket_number, order_id, sold_position, issue, is_void, proof,
        transferred_issue
      from log.issued_ticket
      """;

  private final JdbcClient jdbc;
  private final JdbcTemplate batches;
  private final EventLog log;
  private final TransactionTemplate transaction;

  /**
   * @param writer logs in as {@link org.counterfoil.eventstore.schema.DatabaseRoles#WRITER}
   * @param transactions of that data source
   */
  public TicketIndex(DataSource writer, EventLog log, PlatformTransactionManager transactions) {
    this.jdbc = JdbcClient.create(writer);
    this.batches = new JdbcTemplate(writer);
    this.log = log;
    this.transaction = new TransactionTemplate(transactions);
  }

  public Optional<TicketStanding> find(TicketId id) {
    readOn();
    return jdbc.sql(SELECT + "where ticket_id = ?")
        .param(id.value())
        .query(TicketIndex::standing)
        .optional();
  }

  public Optional<TicketStanding> find(PerformanceId performance, int ticketNumber) {
    readOn();
    return jdbc.sql(SELECT + "where performance_id = ? and ticket_number = ?")
        .param(performance.value())
        .param(ticketNumber)
        .query(TicketIndex::standing)
        .optional();
  }

  /** Every ticket that was issued for a seat of a performance, the one that counts last. */
  public List<TicketStanding> of(PerformanceId performance, SeatId seat) {
    readOn();
    return jdbc.sql(SELECT + "where performance_id = ? and seat_id = ? order by sold_position")
        .param(performance.value())
        .param(seat.value())
        .query(TicketIndex::standing)
        .list();
  }

  /** All tickets of a performance by number. */
  public List<TicketStanding> of(PerformanceId performance) {
    readOn();
    return jdbc.sql(SELECT + "where performance_id = ? order by ticket_number")
        .param(performance.value())
        .query(TicketIndex::standing)
        .list();
  }

  private void readOn() {
    while (jdbc.sql(IS_BEHIND).query(Boolean.class).single()) {
      transaction.executeWithoutResult(status -> readPage());
    }
  }

  private void readPage() {
    long from = jdbc.sql(LOCK).query(Long.class).single();
    List<RecordedEvent> page = log.readTicketEvents(from, PAGE);
    if (page.isEmpty()) {
      return; // another was quicker
    }
    page.forEach(recorded -> apply(recorded.envelope().payload(), recorded.position()));
    jdbc.sql(READ_TO).param(page.getLast().position()).update();
  }

  private void apply(Event event, long position) {
    switch (event) {
      case HoldSold sold -> issue(sold, position);
      case TicketReissued reissued ->
          jdbc.sql(REISSUE).param(reissued.issue()).param(reissued.ticketId().value()).update();
      case TicketTransferred transferred ->
          jdbc.sql(TRANSFER)
              .param(transferred.issue())
              .param(transferred.issue())
              .param(transferred.ticketId().value())
              .update();
      case TicketsVoided voided ->
          voided
              .tickets()
              .forEach(ticket -> jdbc.sql(VOID).param(ticket.ticketId().value()).update());
      default ->
          throw new IllegalStateException(
              "Expected an event about tickets, but got a " + event.getClass().getName());
    }
  }

  private void issue(HoldSold sold, long position) {
    batches.batchUpdate(
        ISSUE,
        sold.tickets(),
        PAGE,
        (row, issued) -> {
          row.setObject(1, idOf(issued));
          row.setObject(2, sold.performanceId().value());
          row.setInt(3, issued.ticketNumber());
          row.setObject(4, sold.orderId().value());
          row.setLong(5, position);
          Proof proof = issued.ticket().proof();
          row.setString(6, proof == null ? null : proof.name());
          SeatId seat = issued.ticket().seatId();
          row.setString(7, seat == null ? null : seat.value());
        });
  }

  private static UUID idOf(IssuedTicket issued) {
    return issued.ticket().ticketId().value();
  }

  private static TicketStanding standing(ResultSet row, int number) throws SQLException {
    String proof = row.getString(8);
    return new TicketStanding(
        new TicketId(row.getObject(1, UUID.class)),
        new PerformanceId(row.getObject(2, UUID.class)),
        row.getInt(3),
        new OrderId(row.getObject(4, UUID.class)),
        row.getLong(5),
        row.getInt(6),
        row.getBoolean(7),
        proof == null ? null : Proof.valueOf(proof),
        row.getInt(9));
  }
}
