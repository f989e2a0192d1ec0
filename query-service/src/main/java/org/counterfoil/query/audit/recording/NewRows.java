package org.counterfoil.query.audit.recording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.counterfoil.eventstore.codec.DomainJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Rows that are new, collected by table and written in one statement each: they travel as one JSON
 * document, whose fields PostgreSQL maps to columns by name. The domain's values are written as the
 * log writes them.
 */
final class NewRows {

  private static final JsonMapper JSON =
      DomainJson.strict(JsonMapper.builder())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private static final String INSERT =
      """
      insert into %1$s select * from jsonb_populate_recordset(null::%1$s, cast(? as jsonb))
      """;

  private final JdbcClient tables;
  private final Map<String, Collection<Object>> collected = new LinkedHashMap<>();
  private final Map<String, Collection<Object>> possible = new LinkedHashMap<>();

  NewRows(JdbcClient tables) {
    this.tables = tables;
  }

  void add(String table, Object row) {
    collected.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
  }

  /** The same for a row that may be there already. */
  void addUnlessThere(String table, Object row) {
    possible.computeIfAbsent(table, none -> new LinkedHashSet<>()).add(row);
  }

  /** Writes what was collected, and forgets it. */
  void write() {
    collected.forEach((table, rows) -> write(INSERT.formatted(table), rows));
    possible.forEach(
        (table, rows) -> write(INSERT.formatted(table) + "on conflict do nothing", rows));
    collected.clear();
    possible.clear();
  }

  private void write(String sql, Collection<Object> rows) {
    tables.sql(sql).param(JSON.writeValueAsString(List.copyOf(rows))).update();
  }
}
