package org.counterfoil.feed.projection;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Puts the new tables in the place of the live ones, by renaming schemas, in one transaction.
 * Queries find tables by name and {@code search_path}, so they find the new ones from then on.
 */
final class SchemaSwap {

  /** How long readers of the live tables may make the swap, and the readers behind it, wait. */
  private static final String LOCK_TIMEOUT = "1s";

  private SchemaSwap() {}

  /** Swaps; fails with a lock timeout where a reader has the live tables for long. */
  static void swap(ProjectionParts parts) {
    String live = parts.live();
    String next = parts.next();
    String old = live + "_old";
    parts
        .work()
        .in(
            next,
            (tables, transaction) -> {
              lock(tables, live);
              overtake(tables, live, next);
              tables.sql("alter schema " + live + " rename to " + old).update();
              tables.sql("alter schema " + next + " rename to " + live).update();
              ProjectionScript.dropIfExists(tables, old);
              return live;
            });
  }

  /** Waits for transactions that have read the live tables: they shall not find them empty. */
  private static void lock(JdbcClient tables, String schema) {
    tables
        .sql("select set_config('lock_timeout', ?, true)")
        .param(LOCK_TIMEOUT)
        .query(String.class)
        .single();
    List<String> names =
        tables
            .sql(
                "select format('%I.%I', schemaname, tablename) from pg_tables where schemaname = ?")
            .param(schema)
            .query(String.class)
            .list();
    tables.sql("lock table " + String.join(", ", names) + " in access exclusive mode").update();
  }

  /** Whoever has the live checkpoint in memory, on another node, shall find that it has moved. */
  private static void overtake(JdbcClient tables, String live, String next) {
    tables
        .sql(
            """
            update %s.checkpoint next set version = greatest(next.version, live.version) + 1
            from %s.checkpoint live
            """
                .formatted(next, live))
        .update();
  }
}
