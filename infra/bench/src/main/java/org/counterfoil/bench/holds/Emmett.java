package org.counterfoil.bench.holds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Programs;
import org.counterfoil.bench.Stage;

/**
 * Emmett's store on PostgreSQL, called from its own language. In its favour: a stream for each
 * client, because writers of one stream would refuse each other.
 */
final class Emmett {

  static final String VERSION = "0.42.0";

  private Emmett() {}

  static Contender of(Stage stage, int clients, String payload) throws IOException {
    Path folder =
        NodePackages.fetched(
            stage,
            "emmett",
            "@event-driven-io/emmett@" + VERSION,
            "@event-driven-io/emmett-postgresql@" + VERSION);
    Path script = folder.resolve("append.mjs");
    try (InputStream source = Emmett.class.getResourceAsStream("append.mjs")) {
      Files.write(script, Objects.requireNonNull(source, "append.mjs").readAllBytes());
    }
    Files.writeString(folder.resolve("payload.json"), payload, StandardCharsets.UTF_8);
    String database = stage.freshDatabase("emmett");
    Client client = new Client(stage, folder, database, clients);
    client.append(Duration.ZERO); // makes its tables
    return new Appending(
        stage,
        "Emmett for PostgreSQL, " + clients + " clients",
        VERSION,
        database,
        "select count(*) from emt_messages",
        client);
  }

  private record Client(Stage stage, Path folder, String database, int clients)
      implements Appending.Client {

    @Override
    public long append(Duration time) {
      String url =
          "postgresql://%s@127.0.0.1:%d/%s"
              .formatted(stage.postgres().superuser(), stage.postgres().port(), database);
      String said =
          Programs.output(
              List.of("node", "append.mjs", Integer.toString(clients), "" + time.toMillis()),
              Map.of("PGPASSWORD", stage.postgres().superuserPassword(), "PGURL", url),
              folder);
      return Long.parseLong(said.strip());
    }
  }
}
