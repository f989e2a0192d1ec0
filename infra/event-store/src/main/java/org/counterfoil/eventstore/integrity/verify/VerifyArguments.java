package org.counterfoil.eventstore.integrity.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/** What {@link VerifyCommand} is asked. */
record VerifyArguments(Map<String, List<String>> values) {

  private static final List<String> KNOWN =
      List.of("data", "database", "user", "password-file", "ticket", "checkpoint", "key");

  /** Which line of {@code postmaster.pid} has the port. */
  private static final int PORT_LINE = 3;

  static VerifyArguments parse(String... arguments) {
    Map<String, List<String>> values = new HashMap<>();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      String name = argument.startsWith("--") && equals > 0 ? argument.substring(2, equals) : "";
      if (!KNOWN.contains(name)) {
        throw new IllegalArgumentException(
            "Expected arguments such as --data=<folder>, of " + KNOWN + ", but got " + argument);
      }
      values.computeIfAbsent(name, key -> new ArrayList<>()).add(argument.substring(equals + 1));
    }
    return new VerifyArguments(values);
  }

  List<String> keys() {
    return values.getOrDefault("key", List.of());
  }

  List<Path> checkpoints() {
    return values.getOrDefault("checkpoint", List.of()).stream().map(Path::of).toList();
  }

  @Nullable Path ticket() {
    String file = one("ticket");
    return file == null ? null : Path.of(file);
  }

  /** The database to read. */
  DataSource database() throws IOException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    String data = one("data");
    String user = one("user");
    source.setUser(user == null ? DatabaseRoles.READER : user);
    if (data != null) {
      Path folder = Path.of(data);
      source.setUrl("jdbc:postgresql://127.0.0.1:" + portOf(folder) + "/counterfoil");
      source.setPassword(
          Files.readString(folder.resolve("passwords").resolve(DatabaseRoles.READER)).strip());
      return source;
    }
    source.setUrl(required("database"));
    source.setPassword(Files.readString(Path.of(required("password-file"))).strip());
    return source;
  }

  private static String portOf(Path data) throws IOException {
    Path file = data.resolve("postgres").resolve("cluster").resolve("postmaster.pid");
    if (Files.notExists(file)) {
      throw new IllegalArgumentException(
          "Expected the PostgreSQL of " + data + " to run, but it does not: start Counterfoil");
    }
    return Files.readAllLines(file).get(PORT_LINE);
  }

  private String required(String name) {
    String value = one(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Expected --data, --ticket, or --database and --password-file, but --"
              + name
              + " is missing");
    }
    return value;
  }

  private @Nullable String one(String name) {
    List<String> given = values.getOrDefault(name, List.of());
    if (given.size() > 1) {
      throw new IllegalArgumentException("Expected --" + name + " once, but it is there twice");
    }
    return given.isEmpty() ? null : given.getFirst();
  }
}
