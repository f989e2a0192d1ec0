package org.counterfoil.query.audit.recording;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.performance.PerformanceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which performances orders have to do with, of which the last one counts; and which are done. */
final class OrderRows {

  private static final String ORIGIN =
      """
      insert into order_origin (order_id, origin_order_id)
      select :into, coalesce(
        (select origin_order_id from order_origin where order_id = :order), :order)
      on conflict do nothing
      """;

  private static final String CONCERN =
      """
      insert into order_performance (order_id, performance_id)
      select origin_order_id, :performance from order_origin where order_id = :into
      on conflict do nothing
      returning order_id
      """;

  private static final String CONCERNS =
      """
      insert into order_performance (order_id, performance_id)
      select * from unnest(cast(? as uuid[]), cast(? as uuid[]))
      on conflict do nothing
      returning order_id
      """;

  private record OrderPerformanceRow(OrderId orderId, PerformanceId performanceId) {}

  private record CompletedRow(OrderId orderId, long position, Instant completedAt) {}

  private record OriginRow(OrderId orderId, OrderId originOrderId) {}

  private final NewRows rows;
  private final JdbcClient tables;
  private final KeptRows kept;
  private final Set<OrderPerformanceRow> concerns = new LinkedHashSet<>();

  OrderRows(NewRows rows, JdbcClient tables, KeptRows kept) {
    this.rows = rows;
    this.tables = tables;
    this.kept = kept;
  }

  /**
   * Takes an event in.
   *
   * @param written writes everything that was collected before
   */
  void apply(OrderEvent event, Moment moment, Runnable written) {
    if (event instanceof OrderJoined joined) {
      joined.parts().forEach(part -> join(joined.orderId(), part));
      return;
    }
    concern(event.orderId(), event.performanceId());
    if (event instanceof OrderCompleted completed) {
      rows.addUnlessThere(
          "completed_order", new CompletedRow(completed.orderId(), moment.position(), moment.at()));
    }
    if (event instanceof TicketsExchangedElsewhere elsewhere) {
      written.run();
      follow(elsewhere);
    }
  }

  private void join(OrderId order, OrderPart part) {
    concern(order, part.performanceId());
    if (!part.orderId().equals(order)) {
      rows.addUnlessThere("order_origin", new OriginRow(part.orderId(), order));
    }
  }

  /** Whatever happens to an order concerns one performance; most of it the same one again. */
  private void concern(OrderId order, PerformanceId performance) {
    if (!performance.isNone()) {
      concerns.add(new OrderPerformanceRow(order, performance));
    }
  }

  /** Writes what was collected; only what is new moves the end of what was told with an order. */
  void write() {
    if (!concerns.isEmpty()) {
      tables
          .sql(CONCERNS)
          .params(
              texts(row -> row.orderId().toString()), texts(row -> row.performanceId().toString()))
          .query(UUID.class)
          .list()
          .forEach(kept::ofOrder);
      concerns.clear();
    }
  }

  private String[] texts(Function<OrderPerformanceRow, String> id) {
    return concerns.stream().map(id).toArray(String[]::new);
  }

  /**
   * What was told with the first order is needed until the end of the performance exchanged for.
   */
  private void follow(TicketsExchangedElsewhere elsewhere) {
    tables
        .sql(ORIGIN)
        .param("into", elsewhere.intoOrderId().value())
        .param("order", elsewhere.orderId().value())
        .update();
    tables
        .sql(CONCERN)
        .param("performance", elsewhere.intoPerformanceId().value())
        .param("into", elsewhere.intoOrderId().value())
        .query(UUID.class)
        .list()
        .forEach(kept::ofOrder);
  }
}
