package org.counterfoil.query.sales;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes any number of rows in one statement: the rows travel as one JSON document, whose
 * fields PostgreSQL maps to columns by name ({@code jsonb_populate_recordset}).
 */
final class JsonRows {

  private static final JsonMapper JSON =
      JsonMapper.builder().propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE).build();

  private final JdbcClient tables;

  JsonRows(JdbcClient tables) {
    this.tables = tables;
  }

  /**
   * Runs a statement over rows.
   *
   * @param sql takes the rows as its only parameter
   * @return how many rows were written
   */
  int write(String sql, Collection<?> rows) {
    return rows.isEmpty() ? 0 : tables.sql(sql).param(JSON.writeValueAsString(rows)).update();
  }

  /** The same where every row must find one to change: a missing one is a missing event. */
  void writeEach(String sql, Collection<?> rows) {
    int written = write(sql, rows);
    if (written != rows.size()) {
      throw new IllegalStateException(
          "Expected to change " + rows.size() + " rows, but found " + written + " of them");
    }
  }

  /**
   * Reads rows.
   *
   * @param sql takes the keys as its only parameter and answers one {@code jsonb} per row
   */
  <T> List<T> read(String sql, Collection<UUID> keys, Class<T> type) {
    return keys.isEmpty()
        ? List.of()
        : tables
            .sql(sql)
            .param(JSON.writeValueAsString(keys))
            .query((row, number) -> JSON.readValue(row.getString(1), type))
            .list();
  }
}
