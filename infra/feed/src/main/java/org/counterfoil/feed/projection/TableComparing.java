package org.counterfoil.feed.projection;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.counterfoil.feed.projection.EqualityResult.TableComparison;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Compares two schemas' tables in one snapshot: every column of every row, as PostgreSQL writes it
 * out, both ways. Written out, because not every type has an equality, and some that have call
 * equal what is not the same.
 */
final class TableComparing implements AutoCloseable {

  private static final int MOST_EXAMPLES = 3;

  /** What the two must not have in common. */
  private static final Set<String> NOT_COMPARED = Set.of("checkpoint", "schema_version");

  /** Reason, times and entry of what is parked are the runner's, not functions of the events. */
  private static final String PARKED = "parked";

  private final Connection connection;
  private final JdbcClient snapshot;
  private final String live;
  private final String rebuilt;

  private TableComparing(Connection connection, String live, String rebuilt) {
    this.connection = connection;
    this.snapshot = JdbcClient.create(new SingleConnectionDataSource(connection, true));
    this.live = live;
    this.rebuilt = rebuilt;
  }

  /** Takes the snapshot: from now on both may change. */
  static TableComparing begin(DataSource dataSource, String live, String rebuilt) {
    try {
      Connection connection = dataSource.getConnection();
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      TableComparing comparing = new TableComparing(connection, live, rebuilt);
      comparing.tables(); // the first statement takes the snapshot
      return comparing;
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("Expected a snapshot, but failed", e);
    }
  }

  List<TableComparison> compare() {
    List<TableComparison> comparisons = new ArrayList<>();
    for (String table : tables()) {
      comparisons.add(compare(table));
    }
    return comparisons;
  }

  private Set<String> tables() {
    return new TreeSet<>(
        snapshot
            .sql(
                """
                select distinct tablename from pg_tables
                where schemaname in (?, ?) and tablename <> all (?)
                """)
            .params(live, rebuilt, NOT_COMPARED.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private TableComparison compare(String table) {
    String liveRows = rows(live, table);
    String rebuiltRows = rows(rebuilt, table);
    List<String> examples = new ArrayList<>();
    long onlyLive = onlyFirst(liveRows, rebuiltRows, examples);
    long onlyRebuilt = onlyFirst(rebuiltRows, liveRows, examples);
    return new TableComparison(
        table,
        count(liveRows),
        count(rebuiltRows),
        onlyLive,
        onlyRebuilt,
        examples.stream().distinct().limit(MOST_EXAMPLES).toList());
  }

  private long count(String rows) {
    return snapshot.sql("select count(*) from (" + rows + ") r").query(Long.class).single();
  }

  private long onlyFirst(String first, String second, List<String> examples) {
    return snapshot
        .sql(
            """
            with only_first as materialized (%s except all %s)
            select (select count(*) from only_first),
              array(select key from only_first order by key limit %d)
            """
                .formatted(first, second, MOST_EXAMPLES))
        .query(
            (row, number) -> {
              examples.addAll(List.of((String[]) row.getArray(2).getArray()));
              return row.getLong(1);
            })
        .single();
  }

  /** Selects each row's primary key and the whole of it; nothing where there is no such table. */
  private String rows(String schema, String table) {
    return snapshot
        .sql(
            """
            select format('select row(%s)::text as key, %s as whole from %I.%I t',
              coalesce(
                (select string_agg(format('t.%I', a.attname), ', ' order by a.attnum)
                 from pg_index i join pg_attribute a
                   on a.attrelid = i.indrelid and a.attnum = any (i.indkey)
                 where i.indrelid = c.oid and i.indisprimary), 't'),
              case when c.relname = :parked
                then 'row(t.position, t.key, t.event_name, t.is_discarded)::text'
                else 't::text' end,
              n.nspname, c.relname)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = :schema and c.relname = :table
            """)
        .param("parked", PARKED)
        .param("schema", schema)
        .param("table", table)
        .query(String.class)
        .optional()
        .orElse("select null::text as key, null::text as whole where false");
  }

  @Override
  public void close() {
    try (Connection ended = connection) {
      ended.rollback();
      ended.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
      ended.setAutoCommit(true);
    } catch (SQLException e) {
      throw new CannotGetJdbcConnectionException("Expected to end a snapshot, but failed", e);
    }
  }
}
