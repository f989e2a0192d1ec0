package org.counterfoil.query.accounts.posting;

import java.util.Collection;
import java.util.List;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.eventstore.codec.DomainJson;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads and writes any number of rows of the books in one statement: they travel as one JSON
 * document, whose fields PostgreSQL maps to columns by name. The domain's values are written as the
 * log writes them.
 */
public final class BookRows {

  private static final JsonMapper JSON =
      DomainJson.strict(JsonMapper.builder())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build();

  private final JdbcClient tables;

  public BookRows(JdbcClient tables) {
    this.tables = tables;
  }

  /** A row that a statement answers as one JSON object, stripped of nulls. */
  public static <T> T row(String json, Class<T> type) {
    return JSON.readValue(json, type);
  }

  /** Adds rows that are new. */
  void insert(String table, Collection<?> rows) {
    if (!rows.isEmpty()) {
      tables
          .sql(
              "insert into %1$s select * from jsonb_populate_recordset(null::%1$s, cast(? as jsonb))"
                  .formatted(table))
          .param(JSON.writeValueAsString(rows))
          .update();
    }
  }

  /** Replaces rows by key, or adds them. */
  void put(String table, String key, Collection<?> rows) {
    if (rows.isEmpty()) {
      return;
    }
    String json = JSON.writeValueAsString(rows);
    tables
        .sql(
            """
            delete from %1$s where %2$s in (
              select %2$s from jsonb_populate_recordset(null::%1$s, cast(? as jsonb)))
            """
                .formatted(table, key))
        .param(json)
        .update();
    insert(table, rows);
  }

  /** Rows that a statement answers, each as one {@code jsonb}. */
  public <T> List<T> query(String sql, Class<T> type, Object... parameters) {
    return tables
        .sql(sql)
        .params(List.of(parameters))
        .query((row, number) -> JSON.readValue(row.getString(1), type))
        .list();
  }

  /** Seals a closing: the one change of a row that was written before. */
  void seal(ClosingSealed sealed, long position) {
    int changed =
        tables
            .sql(
                """
                update closing set sealed = cast(? as jsonb), sealed_position = ?
                where organisation_id = ? and number = ? and sealed is null
                """)
            .params(
                JSON.writeValueAsString(sealed.totals()),
                position,
                sealed.organisationId().value(),
                sealed.number())
            .update();
    if (changed != 1) {
      throw new IllegalStateException(
          "Expected closing " + sealed.number() + " to be open, but it is not");
    }
  }

  /** Rows by their keys; columns without a value are left out, as the log leaves them out. */
  public <T> List<T> read(String table, String key, Collection<?> keys, Class<T> type) {
    return keys.isEmpty()
        ? List.of()
        : tables
            .sql(
                """
                select jsonb_strip_nulls(to_jsonb(t)) from %1$s t
                where %2$s in (select value::uuid from jsonb_array_elements_text(cast(? as jsonb)))
                """
                    .formatted(table, key))
            .param(JSON.writeValueAsString(List.copyOf(keys)))
            .query((row, number) -> JSON.readValue(row.getString(1), type))
            .list();
  }
}
