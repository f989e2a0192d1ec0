package org.counterfoil.feed.projection;

import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** Works in one schema, in one transaction: unqualified names mean its tables. */
final class SchemaWork {

  /** Leaves room for the suffixes of schemas that are filled beside it. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,39}");

  /** What is done in a transaction; an exception rolls it back. */
  interface Work<T> {
    T with(JdbcClient tables, TransactionStatus transaction);
  }

  private final DataSource dataSource;
  private final JdbcClient tables;
  private final TransactionTemplate transactions;

  SchemaWork(DataSource dataSource) {
    this.dataSource = dataSource;
    this.tables = JdbcClient.create(dataSource);
    this.transactions = new TransactionTemplate(new JdbcTransactionManager(dataSource));
  }

  /** Answers a name that may stand in SQL as it is; names cannot be bound as parameters. */
  static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Expected a projection's name of the form " + NAME + ", but got \"" + name + "\"");
    }
    return name;
  }

  DataSource dataSource() {
    return dataSource;
  }

  /** Works in a schema, which need not exist, and commits. */
  <T> T in(String schema, Work<T> work) {
    T result =
        transactions.execute(
            transaction -> {
              tables
                  .sql("select set_config('search_path', ?, true)")
                  .param(schema)
                  .query(String.class)
                  .single();
              return work.with(tables, transaction);
            });
    return result;
  }
}
