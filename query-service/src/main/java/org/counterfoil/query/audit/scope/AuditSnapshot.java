package org.counterfoil.query.audit.scope;

import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads of the records that belong together see one state. */
public final class AuditSnapshot {

  /** The projection's own statements have no schema either: a rebuild has another. */
  private static final String HERE = "select set_config('search_path', 'audit', true)";

  private final JdbcClient tables;
  private final TransactionTemplate snapshot;

  /**
   * Reads through this source.
   *
   * @param audit may read the schema {@code audit}
   */
  public AuditSnapshot(DataSource audit) {
    this.tables = JdbcClient.create(audit);
    this.snapshot = new TransactionTemplate(new JdbcTransactionManager(audit));
    snapshot.setReadOnly(true);
    snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  public <T> T read(Function<JdbcClient, T> queries) {
    T answer =
        snapshot.execute(
            status -> {
              tables.sql(HERE).query(String.class).single();
              return queries.apply(tables);
            });
    return Objects.requireNonNull(answer, "Expected an answer, but there is none");
  }
}
