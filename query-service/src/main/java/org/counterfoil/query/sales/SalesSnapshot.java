package org.counterfoil.query.sales;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads of sales that belong together see one state: a dashboard's totals and breakdowns always add
 * up, whatever is sold between two of its statements.
 */
final class SalesSnapshot {

  private final JdbcClient tables;
  private final TransactionTemplate snapshot;

  /**
   * Reads through this source.
   *
   * @param sales may read the schema {@code sales}
   */
  SalesSnapshot(DataSource sales) {
    this.tables = JdbcClient.create(sales);
    this.snapshot = new TransactionTemplate(new JdbcTransactionManager(sales));
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /** What one statement answers; that sees one state by itself. */
  <T> T one(Function<JdbcClient, T> query) {
    return query.apply(tables);
  }

  <T> T read(Function<JdbcClient, T> queries) {
    T answer = snapshot.execute(status -> queries.apply(tables));
    return Objects.requireNonNull(answer, "Expected an answer, but there is none");
  }
}
