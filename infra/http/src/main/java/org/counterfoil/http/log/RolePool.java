package org.counterfoil.http.log;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.core.env.Environment;

/**
 * One small pool of connections per database role. The database is {@code
 * counterfoil.database.url}; a role's password is {@code counterfoil.database.passwords.<role>}.
 */
public final class RolePool {

  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

  private RolePool() {}

  /**
   * Opens a role's pool.
   *
   * @param role the database role to log in as
   * @param connections the most connections
   * @throws IllegalStateException where the url or the role's password is not configured
   */
  public static HikariDataSource open(Environment environment, String role, int connections) {
    HikariConfig config = new HikariConfig();
    config.setPoolName(role);
    config.setJdbcUrl(environment.getRequiredProperty("counterfoil.database.url"));
    config.setUsername(role);
    config.setPassword(environment.getRequiredProperty("counterfoil.database.passwords." + role));
    config.setMaximumPoolSize(connections);
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setInitializationFailTimeout(CONNECTION_TIMEOUT_MILLIS);
    return new HikariDataSource(config);
  }
}
