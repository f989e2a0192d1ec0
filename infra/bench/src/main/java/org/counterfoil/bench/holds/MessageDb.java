package org.counterfoil.bench.holds;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Stage;

/**
 * message-db, whose functions in PostgreSQL write one message per call. Called by pgbench, in its
 * favour: no client of its own is as cheap.
 */
final class MessageDb {

  static final String VERSION = "1.3.1";

  /** As its {@code install.sh} goes through them. */
  private static final List<String> FOLDERS =
      List.of("roles", "schema", "extensions", "tables", "types", "functions", "indexes");

  private MessageDb() {}

  static Contender of(Stage stage, PgBenchProgram program, int clients, String payload)
      throws IOException, SQLException {
    Path folder = NodePackages.fetched(stage, "message-db", "@eventide/message-db@" + VERSION);
    String database = stage.freshDatabase("message_db");
    install(stage, database, folder.resolve("node_modules/@eventide/message-db/database"));
    Path script = stage.settings().folder().resolve("write-message.sql");
    Files.writeString(
        script,
        """
        select message_store.write_message(gen_random_uuid()::text, \
        'performance-01938000', 'HoldPlaced', '%s'::jsonb);
        """
            .formatted(payload.replace("'", "''")));
    return new Appending(
        stage,
        "message-db, one stream, " + clients + " clients",
        VERSION,
        database,
        "select count(*) from message_store.messages",
        time -> program.run(stage, database, script, clients, time));
  }

  private static void install(Stage stage, String database, Path sources)
      throws IOException, SQLException {
    try (Connection connection = stage.superuser(database).getConnection();
        Statement statement = connection.createStatement()) {
      for (String folder : FOLDERS) {
        for (Path file : sqlIn(sources.resolve(folder))) {
          statement.execute("set search_path to message_store, public");
          statement.execute(Files.readString(file, StandardCharsets.UTF_8));
        }
      }
      statement.execute(
          "alter database \"%s\" set search_path to message_store, public".formatted(database));
    }
  }

  private static List<Path> sqlIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }
}
