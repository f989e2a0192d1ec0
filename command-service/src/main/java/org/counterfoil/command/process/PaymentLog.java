package org.counterfoil.command.process;

import java.util.List;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Payments that were begun at providers, in the order of the log. */
final class PaymentLog {

  /** The condition is spelled as in the partial index. */
  private static final String SQL =
      """
      select position, entry from log.event
      where name = 'order.payment-started' and position > ?
      order by position limit ?
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;

  PaymentLog(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

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
}
