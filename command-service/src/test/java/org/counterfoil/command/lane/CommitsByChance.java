package org.counterfoil.command.lane;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A data source some of whose commits fail: before they happen, or unheard of afterwards. */
final class CommitsByChance extends DelegatingDataSource {

  private static final int OF = 100;

  private final Random random;
  private final int failBefore;
  private final int failAfter;
  private final AtomicInteger failures = new AtomicInteger();
  private volatile boolean isSound = true;

  /** So many of a hundred fail before, and so many after. */
  CommitsByChance(DataSource target, long seed, int failBefore, int failAfter) {
    super(target);
    this.random = new Random(seed);
    this.failBefore = failBefore;
    this.failAfter = failAfter;
  }

  int failures() {
    return failures.get();
  }

  /** From now on commits fail by chance. */
  void sicken() {
    isSound = false;
  }

  /** From now on every commit succeeds, as it did at first. */
  void heal() {
    isSound = true;
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    return (Connection)
        Proxy.newProxyInstance(
            Connection.class.getClassLoader(),
            new Class<?>[] {Connection.class},
            (proxy, method, arguments) -> {
              int dice = isSound || !method.getName().equals("commit") ? OF : random.nextInt(OF);
              if (dice < failBefore) {
                throw failed();
              }
              try {
                Object result = method.invoke(connection, arguments);
                if (dice < failBefore + failAfter) {
                  throw failed();
                }
                return result;
              } catch (InvocationTargetException failed) {
                throw failed.getCause();
              }
            });
  }

  private SQLException failed() {
    failures.incrementAndGet();
    return new SQLException("Expected to commit, but the test forbids it", "08006");
  }
}
