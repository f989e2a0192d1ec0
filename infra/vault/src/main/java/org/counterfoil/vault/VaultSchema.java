package org.counterfoil.vault;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema {@code vault} to what this version needs. */
public final class VaultSchema {

  private static final String SCHEMA = "vault";

  private VaultSchema() {}

  /**
   * Migrates; does nothing where there is nothing to do.
   *
   * @param owner logs in as the database's owner, which is used for nothing else; the roles {@code
   *     counterfoil_writer} and {@code counterfoil_vault} must exist
   */
  public static void migrate(DataSource owner) {
    migrate(owner, MigrationVersion.LATEST);
  }

  /** As {@link #migrate(DataSource)}, up to an older version: that of a backup. */
  public static void migrateTo(DataSource owner, int version) {
    migrate(owner, MigrationVersion.fromVersion(Integer.toString(version)));
  }

  private static void migrate(DataSource owner, MigrationVersion target) {
    Flyway.configure()
        .dataSource(owner)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .table("migration")
        .locations("classpath:db/migration/vault")
        .target(target)
        .load()
        .migrate();
  }
}
