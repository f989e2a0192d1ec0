package org.counterfoil.standalone;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.vault.VaultSchema;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What a database administrator would prepare, done for one machine: the database, a role for each
 * kind of work with a password of its own, the schemas of the log and of the vault.
 */
public final class OneMachine {

  /** What the database is called. */
  public static final String DATABASE = "counterfoil";

  private OneMachine() {}

  /** Creates what is missing and migrates as the owner, whose role is not used afterwards. */
  static void prepare(LocalPostgres postgres) {
    DataSource owner = owner(postgres);
    EventStoreSchema.migrate(owner);
    VaultSchema.migrate(owner);
  }

  /**
   * Creates database and roles where they are missing, and answers who owns it; no table is made.
   */
  public static DataSource owner(LocalPostgres postgres) {
    postgres.createDatabaseIfMissing(DATABASE);
    String url = postgres.jdbcUrl(DATABASE);
    try {
      DatabaseRoles.ensure(
          new DriverManagerDataSource(url, postgres.superuser(), postgres.superuserPassword()),
          DATABASE,
          DatabaseRoles.PROJECTIONS,
          postgres::passwordOf);
    } catch (SQLException failed) {
      throw new IllegalStateException("The roles of the database could not be prepared", failed);
    }
    return new DriverManagerDataSource(
        url, DatabaseRoles.OWNER, postgres.passwordOf(DatabaseRoles.OWNER));
  }

  /** How the services find the database and their keys. */
  static Map<String, Object> settings(DataFolder folder, LocalPostgres postgres) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("counterfoil.database.url", postgres.jdbcUrl(DATABASE));
    for (String role :
        List.of(
            DatabaseRoles.WRITER,
            DatabaseRoles.READER,
            DatabaseRoles.INTEGRITY,
            DatabaseRoles.VAULT)) {
      settings.put("counterfoil.database.passwords." + role, postgres.passwordOf(role));
    }
    for (String role : DatabaseRoles.PROJECTIONS) {
      settings.put("counterfoil.database.passwords." + role, postgres.passwordOf(role));
    }
    settings.put("counterfoil.http.key-file", folder.httpKey().toString());
    settings.put("counterfoil.http.create-key-file", "true");
    settings.put("counterfoil.integrity.keys", folder.logKeys().toString());
    settings.put("counterfoil.vault.master-key", folder.masterKey().toString());
    // Whoever pays at the simulated provider pays nothing: it is for rehearsals, and in the
    // demonstration for everything.
    settings.put("counterfoil.simulated-card-provider.enabled", true);
    settings.put("counterfoil.simulated-card-provider.training-only", !folder.isDriven());
    return settings;
  }
}
