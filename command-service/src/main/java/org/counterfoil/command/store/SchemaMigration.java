package org.counterfoil.command.store;

import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.vault.VaultSchema;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Brings the schemas of the log and the vault to what this version needs before anything else
 * connects, where the owner's password is given ({@code
 * counterfoil.database.passwords.counterfoil_owner}). Its connections end with that; nothing else
 * logs in as the owner. Several processes may start at once: one migrates, the others wait. Without
 * that password whoever prepared the database has migrated it.
 */
public final class SchemaMigration
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final String PASSWORD = "counterfoil.database.passwords." + DatabaseRoles.OWNER;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    Environment environment = context.getEnvironment();
    String password = environment.getProperty(PASSWORD);
    if (password != null) {
      DriverManagerDataSource owner =
          new DriverManagerDataSource(
              environment.getRequiredProperty("counterfoil.database.url"),
              DatabaseRoles.OWNER,
              password);
      EventStoreSchema.migrate(owner);
      VaultSchema.migrate(owner);
    }
  }
}
