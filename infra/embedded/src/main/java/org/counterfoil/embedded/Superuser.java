package org.counterfoil.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Properties;

/** What is done to the server with its superuser's password. */
final class Superuser {
  private static final String WRONG_PASSWORD = "28P01";
  private static final String DATABASE_EXISTS = "42P04";
  private static final String ROLE_EXISTS = "42710";

  private final int port;
  private final RolePasswords passwords;

  Superuser(int port, RolePasswords passwords) {
    this.port = port;
    this.passwords = passwords;
  }

  static String jdbcUrl(int port, String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  /**
   * Asks the server itself whether it is ours, durable as told, and open to passwords only.
   *
   * @throws EmbeddedServerException if not: rather no server than one that loses what it confirmed
   */
  void verify(PostgresFolder folder, Durability durability) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      expect("data_directory", folder.cluster().toString(), show(statement, "data_directory"));
      for (Map.Entry<String, String> setting : durability.settings().entrySet()) {
        expect(setting.getKey(), setting.getValue(), show(statement, setting.getKey()));
      }
      expect("data_checksums", "on", show(statement, "data_checksums"));
      String others =
          query(
              statement,
              "select count(*) from pg_hba_file_rules"
                  + " where error is not null or auth_method <> 'scram-sha-256'");
      expect("number of access rules without SCRAM", "0", others);
    } catch (SQLException e) {
      throw failed("check PostgreSQL's settings", e);
    }
  }

  /** Creates the database, unless there is one of that name. */
  void createDatabaseIfMissing(String name) {
    ensure("create database " + RolePasswords.checked(name), DATABASE_EXISTS);
  }

  /** Creates a role that may log in, unless it exists, and sets its kept password. */
  void createLoginIfMissing(String role) {
    ensure("create role " + RolePasswords.checked(role) + " login", ROLE_EXISTS);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      // Not even a failing statement may bring the password into the server's log.
      statement.execute("set log_min_error_statement = panic");
      statement.execute("alter role %s password '%s'".formatted(role, passwords.of(role)));
    } catch (SQLException e) {
      throw failed("set the password of role " + role, e);
    }
  }

  private void ensure(String sql, String existsAlready) {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!existsAlready.equals(e.getSQLState())) {
        throw failed(sql, e);
      }
    }
  }

  private Connection connect() throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", Cluster.SUPERUSER);
    properties.setProperty("password", passwords.of(Cluster.SUPERUSER));
    properties.setProperty("connectTimeout", "10");
    properties.setProperty("socketTimeout", "60");
    return DriverManager.getConnection(jdbcUrl(port, "postgres"), properties);
  }

  private static EmbeddedServerException failed(String what, SQLException e) {
    String advice =
        WRONG_PASSWORD.equals(e.getSQLState())
            ? " (the file with the superuser's password is not the one the data was made with)"
            : "";
    return new EmbeddedServerException(
        "Expected to %s, but PostgreSQL answered: %s%s".formatted(what, e.getMessage(), advice), e);
  }

  private static void expect(String what, String expected, String actual) {
    if (!expected.equals(actual)) {
      throw new EmbeddedServerException(
          "Expected PostgreSQL's %s to be '%s', but it is '%s'".formatted(what, expected, actual));
    }
  }

  private static String show(Statement statement, String setting) throws SQLException {
    return query(statement, "show " + setting);
  }

  private static String query(Statement statement, String sql) throws SQLException {
    try (ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
