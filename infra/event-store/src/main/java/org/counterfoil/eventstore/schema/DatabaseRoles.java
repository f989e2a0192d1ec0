package org.counterfoil.eventstore.schema;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/**
 * The database's roles. Each process logs in with the least that its work needs: who writes
 * commands cannot change an event, who reads the log cannot write, and each projection sees its own
 * schemas and no other's.
 */
public final class DatabaseRoles {

  /** Owns and migrates the schema {@code log}; not used after the start. */
  public static final String OWNER = "counterfoil_owner";

  /** Appends events and documents; keeps snapshots and idempotency records. */
  public static final String WRITER = "counterfoil_writer";

  /** Reads events and documents. */
  public static final String READER = "counterfoil_reader";

  /** Makes the tree over the log, and keeps what is signed of it. */
  public static final String INTEGRITY = "counterfoil_integrity";

  /** Opens, looks up and destroys what is in the vault; knows nothing of the log. */
  public static final String VAULT = "counterfoil_vault";

  /** The roles of the read models, each of which makes, renames and drops schemas of its own. */
  public static final List<String> PROJECTIONS =
      List.of(
          "counterfoil_sales",
          "counterfoil_accounts",
          "counterfoil_audit",
          "counterfoil_operations");

  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]{0,62}");
  private static final String SCRAM = "scram-sha-256";

  private static final String CREATE =
      "create role \"%s\" login nosuperuser nocreatedb nocreaterole noinherit";
  private static final String ALTER =
      "alter role \"%s\" login nosuperuser nocreatedb nocreaterole noinherit";

  private DatabaseRoles() {}

  /**
   * Creates what is missing, sets every password, and grants; may be repeated at each start.
   *
   * @param superuser connected to {@code database}
   * @param database where the roles may work; everybody else loses the right to connect to it
   * @param schemaOwners further roles that may create schemas, such as {@link #PROJECTIONS}
   * @param passwords the password of each role; it leaves this process as a SCRAM verifier only
   *     (RFC 5803), so that no log of the server can hold it
   * @throws IllegalArgumentException where a name is not a plain lower-case identifier
   */
  public static void ensure(
      DataSource superuser,
      String database,
      Collection<String> schemaOwners,
      UnaryOperator<String> passwords)
      throws SQLException {
    checked(database);
    try (Connection connection = superuser.getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : List.of(OWNER, WRITER, READER, INTEGRITY, VAULT)) {
        ensureLogin(connection, role, passwords.apply(role));
      }
      for (String role : schemaOwners) {
        ensureLogin(connection, role, passwords.apply(role));
      }
      statement.execute("revoke all on database \"%s\" from public".formatted(database));
      statement.execute("revoke all on schema public from public");
      grant(statement, "connect", database, List.of(WRITER, READER, INTEGRITY, VAULT));
      grant(statement, "connect, create", database, List.of(OWNER));
      grant(statement, "connect, create", database, schemaOwners);
    }
  }

  private static void ensureLogin(Connection connection, String role, String password)
      throws SQLException {
    String form = exists(connection, checked(role)) ? ALTER : CREATE;
    try (Statement statement = connection.createStatement()) {
      statement.execute(form.formatted(role));
    }
    connection.unwrap(PGConnection.class).alterUserPassword(role, password.toCharArray(), SCRAM);
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("select 1 from pg_roles where rolname = ?")) {
      statement.setString(1, role);
      try (ResultSet row = statement.executeQuery()) {
        return row.next();
      }
    }
  }

  private static void grant(
      Statement statement, String rights, String database, Collection<String> roles)
      throws SQLException {
    for (String role : roles) {
      statement.execute("grant %s on database \"%s\" to \"%s\"".formatted(rights, database, role));
    }
  }

  /** Names cannot be bound as parameters; so only such may pass as need no care. */
  private static String checked(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "Expected a name of the form " + NAME + ", but got \"" + name + "\"");
    }
    return name;
  }
}
