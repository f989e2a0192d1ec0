package org.counterfoil.eventstore.schema;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;

/** Brings the schema {@code log} to what this version needs. */
public final class EventStoreSchema {

  private static final String SCHEMA = "log";

  private EventStoreSchema() {}

  /**
   * Migrates; does nothing where there is nothing to do.
   *
   * @param owner logs in as {@link DatabaseRoles#OWNER}, which is used for nothing else; all roles
   *     must exist
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
        .locations("classpath:db/migration/eventstore")
        .target(target)
        .load()
        .migrate();
  }
}
