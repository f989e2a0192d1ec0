package org.counterfoil.feed.projection;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.feed.FeedPosition;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The one row that says how far a schema's rows reflect the feed.
 *
 * @param version how often it was moved
 */
record Checkpoint(long version, FeedPosition reached) {

  static void create(JdbcClient tables) {
    tables.sql("insert into checkpoint values (0, -1, '', '{}', '{}')").update();
  }

  static Checkpoint load(JdbcClient tables) {
    return tables
        .sql("select version, source, reached, read_offset from checkpoint")
        .query((row, number) -> read(row))
        .single();
  }

  /**
   * Moves it, and thereby waits for whoever else is moving it.
   *
   * @throws CheckpointMoved where somebody else has moved it since it was loaded
   */
  Checkpoint moveTo(FeedPosition position, JdbcClient tables) {
    int updated =
        tables
            .sql(
                """
                update checkpoint set version = version + 1, position = :position,
                  source = :source, reached = :reached, read_offset = :offset
                where version = :version
                """)
            .param("position", position.position())
            .param("source", position.source())
            .param("reached", numbers(position, FeedPosition.Partition::reached))
            .param("offset", numbers(position, FeedPosition.Partition::offset))
            .param("version", version)
            .update();
    if (updated != 1) {
      throw new CheckpointMoved(version);
    }
    return new Checkpoint(version + 1, position);
  }

  private static Long[] numbers(
      FeedPosition position, java.util.function.ToLongFunction<FeedPosition.Partition> number) {
    return position.partitions().stream().mapToLong(number).boxed().toArray(Long[]::new);
  }

  private static Checkpoint read(ResultSet row) throws SQLException {
    Long[] reached = numbers(row.getArray("reached"));
    Long[] offsets = numbers(row.getArray("read_offset"));
    List<FeedPosition.Partition> partitions = new ArrayList<>();
    for (int number = 0; number < reached.length; number++) {
      partitions.add(new FeedPosition.Partition(reached[number], offsets[number]));
    }
    return new Checkpoint(
        row.getLong("version"), new FeedPosition(row.getString("source"), partitions));
  }

  private static Long[] numbers(Array array) throws SQLException {
    return (Long[]) array.getArray();
  }
}
