package org.counterfoil.vault;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.counterfoil.embedded.LocalPostgres;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An empty vault in a database of its own, with the two roles that may use it. */
final class TestVault {

  private static final LocalPostgres POSTGRES = LocalPostgres.temporary();
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String database = "vault_" + COUNT.incrementAndGet();
  private final MasterKeyFile master;
  private final Vault vault;
  private final SealedRows rows;

  TestVault(Path folder) {
    POSTGRES.createDatabaseIfMissing(database);
    JdbcClient superuser = JdbcClient.create(as(POSTGRES.superuser()));
    for (String role : new String[] {"counterfoil_writer", "counterfoil_vault"}) {
      superuser
          .sql(
              "do $$ begin if not exists (select from pg_roles where rolname = '%1$s') then create role %1$s login password '%2$s'; end if; end $$"
                  .formatted(role, POSTGRES.passwordOf(role)))
          .update();
    }
    VaultSchema.migrate(as(POSTGRES.superuser()));
    this.master = MasterKeyFile.open(folder.resolve("master.json"));
    this.vault = new Vault(as("counterfoil_vault"), master);
    this.rows = new SealedRows(as("counterfoil_writer"));
  }

  DataSource as(String user) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(POSTGRES.jdbcUrl(database));
    dataSource.setUser(user);
    dataSource.setPassword(
        user.equals(POSTGRES.superuser())
            ? POSTGRES.superuserPassword()
            : POSTGRES.passwordOf(user));
    return dataSource;
  }

  /** May do everything. */
  JdbcClient superuser() {
    return JdbcClient.create(as(POSTGRES.superuser()));
  }

  MasterKeyFile master() {
    return master;
  }

  Vault vault() {
    return vault;
  }

  SealedRows rows() {
    return rows;
  }
}
