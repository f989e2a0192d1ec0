package org.counterfoil.command.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A server of its own: the passwords of its roles are changed. */
class DatabasePreparationTest {

  private static final String DATABASE = "somebody_elses";

  @TempDir private Path folder;

  @Test
  void aDatabaseOfSomebodyElseIsReadyForTheServices_andPreparingItAgainChangesNothing()
      throws Exception {
    try (LocalPostgres postgres = LocalPostgres.temporary()) {
      postgres.createDatabaseIfMissing(DATABASE);
      PGSimpleDataSource superuser =
          as(postgres, postgres.superuser(), postgres.superuserPassword());
      Path passwords = folder.resolve("passwords");

      DatabasePreparation.prepare(superuser, passwords);
      String first = passwordOf(passwords, DatabaseRoles.WRITER);
      DatabasePreparation.prepare(superuser, passwords);

      assertThat(passwordOf(passwords, DatabaseRoles.WRITER)).isEqualTo(first).hasSize(43);
      assertThat(count(postgres, passwords, DatabaseRoles.WRITER, "log.event")).isZero();
      assertThat(count(postgres, passwords, DatabaseRoles.READER, "log.event")).isZero();
      assertThat(count(postgres, passwords, DatabaseRoles.VAULT, "vault.data_key")).isZero();
      try (Stream<Path> files = Files.list(passwords)) {
        assertThat(files)
            .hasSize(5 + DatabaseRoles.PROJECTIONS.size())
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------"));
      }
    }
  }

  private static long count(LocalPostgres postgres, Path passwords, String role, String table)
      throws Exception {
    return JdbcClient.create(as(postgres, role, passwordOf(passwords, role)))
        .sql("select count(*) from " + table)
        .query(Long.class)
        .single();
  }

  private static String passwordOf(Path folder, String role) throws Exception {
    return Files.readString(folder.resolve("counterfoil.database.passwords." + role));
  }

  private static PGSimpleDataSource as(LocalPostgres postgres, String user, String password) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(postgres.jdbcUrl(DATABASE));
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }
}
