package org.counterfoil.query.audit.recording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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

  private final JdbcClient tables;
  private final Map<String, List<Object>> collected = new LinkedHashMap<>();

  NewRows(JdbcClient tables) {
    this.tables = tables;
  }

  void add(String table, Object row) {
    collected.computeIfAbsent(table, none -> new ArrayList<>()).add(row);
  }

  /** Writes what was collected, and forgets it. */
  void write() {
    collected.forEach(
        (table, rows) ->
            tables
                .sql(
                    """
                    insert into %1$s
                    select * from jsonb_populate_recordset(null::%1$s, cast(? as jsonb))
                    """
                        .formatted(table))
                .param(JSON.writeValueAsString(rows))
                .update());
    collected.clear();
  }
}
