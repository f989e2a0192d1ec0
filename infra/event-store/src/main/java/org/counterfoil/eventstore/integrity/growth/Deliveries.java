package org.counterfoil.eventstore.integrity.growth;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which checkpoints have left the house. */
public final class Deliveries {

  private final JdbcClient jdbc;

  public Deliveries(DataSource dataSource) {
    this.jdbc = JdbcClient.create(dataSource);
  }

  /** A checkpoint that was sent, and taken. */
  public record Delivery(long treeSize, Instant deliveredAt) {}

  /** The last one. */
  public Optional<Delivery> last() {
    return jdbc.sql(
            """
            select tree_size, delivered_at from integrity.delivery
            order by tree_size desc, delivered_at desc limit 1
            """)
        .query(
            (row, number) ->
                new Delivery(row.getLong(1), row.getObject(2, OffsetDateTime.class).toInstant()))
        .optional();
  }

  void add(Delivery delivery) {
    jdbc.sql(
            """
            insert into integrity.delivery (tree_size, delivered_at) values (?, ?)
            on conflict do nothing
            """)
        .params(delivery.treeSize(), delivery.deliveredAt().atOffset(ZoneOffset.UTC))
        .update();
  }
}
