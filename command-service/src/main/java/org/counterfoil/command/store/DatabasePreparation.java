package org.counterfoil.command.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import javax.sql.DataSource;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.schema.EventStoreSchema;
import org.counterfoil.vault.VaultSchema;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Prepares a PostgreSQL that is somebody else's: the roles with a password each, what they may do,
 * the tables of the log and of the vault. To be run once by who administers it, as its superuser,
 * and again after an update; nothing that is there is changed.
 *
 * <p>{@code java -cp … org.counterfoil.command.store.DatabasePreparation <folder>}, with the
 * database in {@code COUNTERFOIL_DATABASE_URL} (as JDBC has it) and who prepares it in {@code
 * COUNTERFOIL_SUPERUSER} and {@code COUNTERFOIL_SUPERUSER_PASSWORD}. The folder gets a file for
 * each password, readable by its owner only and named like the property it stands for, so that the
 * services find them by {@code spring.config.import=configtree:<folder>/}. Give each service the
 * files of its own roles.
 */
public final class DatabasePreparation {

  private static final String PROPERTY = "counterfoil.database.passwords.";
  private static final int PASSWORD_BYTES = 32;

  private final Path folder;

  private DatabasePreparation(Path folder) {
    this.folder = folder;
  }

  /** See the class. */
  public static void main(String[] arguments) throws SQLException {
    Map<String, String> environment = System.getenv();
    if (arguments.length != 1) {
      throw new IllegalArgumentException(
          "Expected the folder for the passwords, but got " + arguments.length + " arguments");
    }
    PGSimpleDataSource superuser =
        login(
            required(environment, "COUNTERFOIL_DATABASE_URL"),
            required(environment, "COUNTERFOIL_SUPERUSER"),
            required(environment, "COUNTERFOIL_SUPERUSER_PASSWORD"));
    prepare(superuser, Path.of(arguments[0]));
  }

  /**
   * Prepares the database that the superuser is connected to.
   *
   * @param folder where the passwords are kept; it and they are made where they are missing
   */
  public static void prepare(PGSimpleDataSource superuser, Path folder) throws SQLException {
    DatabasePreparation preparation = new DatabasePreparation(folder);
    DatabaseRoles.ensure(
        superuser, databaseOf(superuser), DatabaseRoles.PROJECTIONS, preparation::password);
    PGSimpleDataSource owner =
        login(
            String.valueOf(superuser.getURL()),
            DatabaseRoles.OWNER,
            preparation.password(DatabaseRoles.OWNER));
    EventStoreSchema.migrate(owner);
    VaultSchema.migrate(owner);
  }

  private static PGSimpleDataSource login(String url, String user, String password) {
    PGSimpleDataSource dataSource = new PGSimpleDataSource();
    dataSource.setUrl(url);
    dataSource.setUser(user);
    dataSource.setPassword(password);
    return dataSource;
  }

  private static String databaseOf(DataSource superuser) throws SQLException {
    try (Connection connection = superuser.getConnection()) {
      return connection.getCatalog();
    }
  }

  private String password(String role) {
    Path file = folder.resolve(PROPERTY + role);
    try {
      if (Files.notExists(file)) {
        make(file);
      }
      return Files.readString(file);
    } catch (IOException failed) {
      throw new UncheckedIOException("Expected a file with the password of " + role, failed);
    }
  }

  private void make(Path file) throws IOException {
    byte[] random = new byte[PASSWORD_BYTES];
    new SecureRandom().nextBytes(random);
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
  }

  private static String required(Map<String, String> environment, String name) {
    String value = environment.get(name);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException(
          "Expected the environment variable " + name + ", but it is missing");
    }
    return value;
  }
}
