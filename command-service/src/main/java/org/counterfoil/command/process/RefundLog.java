package org.counterfoil.command.process;

import java.util.List;
import org.counterfoil.eventstore.codec.EventCodec;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The refund events of the log, in order. */
final class RefundLog {

  private static final String SQL =
      """
      select position, entry from log.event
      where position > ?
        and (name like 'order.refund-%'
          or name in
            ('order.tickets-refunded', 'order.tickets-exchanged', 'order.tickets-exchanged-elsewhere'))
      order by position limit ?
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;

  RefundLog(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  /** An event and its place in the log. */
  record Entry(long position, Object event) {}

  List<Entry> after(long position, int max) {
    return jdbc.sql(SQL)
        .params(position, max)
        .query((row, number) -> new Entry(row.getLong(1), codec.decode(row.getBytes(2)).payload()))
        .list();
  }
}
