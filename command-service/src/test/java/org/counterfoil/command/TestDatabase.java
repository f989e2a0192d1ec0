package org.counterfoil.command;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** One PostgreSQL for all tests of this module, and a fresh, migrated database for each. */
public final class TestDatabase {

  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();

  private final String name = "test_" + UUID.randomUUID().toString().replace('-', '_');

  public TestDatabase() {
    POSTGRES.createDatabaseIfMissing(name);
    try {
      DatabaseRoles.ensure(
          source(POSTGRES.superuser(), POSTGRES.superuserPassword()),
          name,
          List.of(),
          POSTGRES::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("Expected to prepare a database, but could not", failed);
    }
    EventStoreSchema.migrate(as(DatabaseRoles.OWNER));
  }

  public String url() {
    return POSTGRES.jdbcUrl(name);
  }

  public String passwordOf(String role) {
    return POSTGRES.passwordOf(role);
  }

  public DataSource as(String role) {
    return source(role, POSTGRES.passwordOf(role));
  }

  private DataSource source(String user, String password) {
    return new DriverManagerDataSource(url(), user, password);
  }
}
