package org.counterfoil.command.lane;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source whose commits fail while it is broken. */
final class FailingCommits extends DelegatingDataSource {

  private final AtomicBoolean isBroken;
  private final AtomicInteger failures = new AtomicInteger();

  FailingCommits(DataSource target, AtomicBoolean isBroken) {
    super(target);
    this.isBroken = isBroken;
  }

  /** How many commits have failed. */
  int failures() {
    return failures.get();
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("commit") && isBroken.get()) {
                failures.incrementAndGet();
                throw new SQLException("Expected to commit, but the test forbids it", "08006");
              }
              try {
                return method.invoke(connection, arguments);
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }
}
