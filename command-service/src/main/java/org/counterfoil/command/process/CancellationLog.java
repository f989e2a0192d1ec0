package org.counterfoil.command.process;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Performances that were cancelled, and how far their refunds have come. */
final class CancellationLog {

  private static final int PAGE = 5_000;

  /** The condition is spelled as in the partial index. */
  private static final String SQL =
      """
      select position, entry from log.event
      where name in ('performance.cancelled', 'performance.cancellation-settled')
        and position > ?
      order by position limit ?
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;
  private final EventLog log;

  CancellationLog(JdbcClient jdbc, EventCodec codec, EventLog log) {
    this.jdbc = jdbc;
    this.codec = codec;
    this.log = log;
  }

  /** Cancellations and their ends, in the order of the log. */
  List<RecordedEvent> after(long position, int max) {
    return jdbc.sql(SQL)
        .params(position, max)
        .query(
            (row, number) -> {
              byte[] entry = row.getBytes(2);
              return new RecordedEvent(row.getLong(1), codec.decode(entry), entry);
            })
        .list();
  }

  /**
   * How far it has come.
   *
   * @param cancelled the event; missing where the performance was not cancelled
   * @param orders those that had tickets when it was cancelled
   * @param tickets the valid tickets at that moment
   * @param decided how many of them are void since
   * @param settled the end; missing while it goes on
   * @param position of the last event that was looked at
   */
  record Progress(
      @Nullable RecordedEvent cancelled,
      Set<OrderId> orders,
      long tickets,
      long decided,
      @Nullable RecordedEvent settled,
      long position) {}

  /** Reads the performance's own stream: all its tickets and all that became of them. */
  Progress progress(PerformanceId performance) {
    Set<OrderId> orders = new LinkedHashSet<>();
    Set<TicketId> valid = new HashSet<>();
    RecordedEvent cancelled = null;
    RecordedEvent settled = null;
    long tickets = 0;
    long position = -1;
    long sequence = 0;
    List<RecordedEvent> page = log.readStream(performance.value(), sequence, PAGE);
    while (!page.isEmpty()) {
      for (RecordedEvent recorded : page) {
        position = recorded.position();
        switch (recorded.envelope().payload()) {
          case HoldSold sold -> {
            orders.add(sold.orderId());
            sold.tickets().forEach(issued -> valid.add(issued.ticket().ticketId()));
          }
          case TicketsVoided voided -> voided.tickets().forEach(t -> valid.remove(t.ticketId()));
          case PerformanceCancelled event -> {
            cancelled = recorded;
            tickets = valid.size();
          }
          case CancellationSettled event -> settled = recorded;
          default -> {} // says nothing about tickets
        }
      }
      sequence += page.size();
      page = log.readStream(performance.value(), sequence, PAGE);
    }
    return new Progress(cancelled, orders, tickets, tickets - valid.size(), settled, position);
  }
}
