package org.counterfoil.eventstore.integrity.growth;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The right to make the tree grow and to sign: an advisory lock of one connection. All that the
 * leader writes goes over that connection, so who has lost the lock cannot write any more.
 */
final class LeadingConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LeadingConnection.class);
  private static final String TRY =
      "select pg_try_advisory_lock(hashtextextended('counterfoil-integrity', 0))";

  private final Connection connection;
  private final SingleConnectionDataSource source;

  private LeadingConnection(Connection connection) {
    this.connection = connection;
    this.source = new SingleConnectionDataSource(connection, true);
  }

  /** Takes the right; empty where another connection has it. */
  static Optional<LeadingConnection> tryTake(DataSource dataSource) throws SQLException {
    Connection connection = dataSource.getConnection();
    try (PreparedStatement lock = connection.prepareStatement(TRY);
        ResultSet row = lock.executeQuery()) {
      row.next();
      if (row.getBoolean(1)) {
        return Optional.of(new LeadingConnection(connection));
      }
    } catch (SQLException failed) {
      connection.close();
      throw failed;
    }
    connection.close();
    return Optional.empty();
  }

  /** Everything over this connection. */
  DataSource source() {
    return source;
  }

  /** Transactions on it. */
  TransactionTemplate transactions() {
    return new TransactionTemplate(new JdbcTransactionManager(source));
  }

  /** Gives the right back by breaking the connection, whatever happened to it. */
  @Override
  public void close() {
    try {
      connection.abort(ForkJoinPool.commonPool());
      connection.close();
    } catch (SQLException broken) {
      LOG.debug("The leader's connection was broken", broken);
    }
  }
}
