package org.counterfoil.vault;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

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
    Flyway.configure()
        .dataSource(owner)
        .schemas(SCHEMA)
        .defaultSchema(SCHEMA)
        .table("migration")
        .locations("classpath:db/migration/vault")
        .load()
        .migrate();
  }
}
