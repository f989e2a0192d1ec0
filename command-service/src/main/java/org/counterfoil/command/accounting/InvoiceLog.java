package org.counterfoil.command.accounting;

import java.util.List;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Invoices, and what may have to be taken back of them, in the order of the log. */
final class InvoiceLog {

  /** The conditions are spelled as in the partial indexes. */
  private static final String INVOICES =
      """
      select position, entry from log.event
      where name = 'invoice.issued' and position > ?
      order by position limit ?
      """;

  private static final String RETURNS =
      """
      select position, entry from log.event
      where name in
          ('order.tickets-refunded', 'order.tickets-exchanged', 'order.tickets-exchanged-elsewhere')
        and position > ?
      order by position limit ?
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;

  InvoiceLog(JdbcClient jdbc, EventCodec codec) {
    this.jdbc = jdbc;
    this.codec = codec;
  }

  /** Invoices after a position. */
  List<RecordedEvent> invoices(long position, int max) {
    return read(INVOICES, position, max);
  }

  /** Refunds and exchanges of any order after a position. */
  List<RecordedEvent> returns(long position, int max) {
    return read(RETURNS, position, max);
  }

  private List<RecordedEvent> read(String sql, long position, int max) {
    return jdbc.sql(sql)
        .params(position, max)
        .query(
            (row, number) -> {
              byte[] entry = row.getBytes(2);
              return new RecordedEvent(row.getLong(1), codec.decode(entry), entry);
            })
        .list();
  }
}
