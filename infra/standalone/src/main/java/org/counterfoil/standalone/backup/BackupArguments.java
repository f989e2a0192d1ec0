package org.counterfoil.standalone.backup;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.convert.PeriodStyle;

/**
 * What {@link BackupCommand} is asked.
 *
 * @param words what has no name: what to do, and the file to restore
 */
record BackupArguments(List<String> words, Map<String, String> values) {

  private static final List<String> KNOWN =
      List.of("data", "database", "user", "password-file", "to", "life", "replace", "key");

  static BackupArguments parse(String... arguments) {
    List<String> words = new ArrayList<>();
    Map<String, String> values = new HashMap<>();
    for (String argument : arguments) {
      if (argument.startsWith("--")) {
        int equals = argument.indexOf('=');
        String name = argument.substring(2, equals < 0 ? argument.length() : equals);
        if (!KNOWN.contains(name)) {
          throw new BackupFailure("Expected one of " + KNOWN + ", but got " + argument);
        }
        values.put(name, equals < 0 ? "true" : argument.substring(equals + 1));
      } else {
        words.add(argument);
      }
    }
    return new BackupArguments(words, values);
  }

  String word(int index, String what) {
    if (index >= words.size()) {
      throw new BackupFailure("Expected " + what + ", but it is missing");
    }
    return words.get(index);
  }

  Path folder() {
    return Path.of(required("to"));
  }

  boolean isReplacing() {
    return values.containsKey("replace");
  }

  /** As {@code counterfoil.vault.backup-life}, and by default the same. */
  Period life() {
    return PeriodStyle.detectAndParse(values.getOrDefault("life", "7d"));
  }

  @Nullable String key() {
    return values.get("key");
  }

  BackedDatabase toRead() throws IOException {
    String data = values.get("data");
    return data == null ? somebodyElses() : BackedDatabase.of(Path.of(data).toAbsolutePath());
  }

  BackedDatabase toRestore() throws IOException {
    String data = values.get("data");
    return data == null
        ? somebodyElses()
        : BackedDatabase.toRestore(Path.of(data).toAbsolutePath());
  }

  private BackedDatabase somebodyElses() throws IOException {
    return BackedDatabase.at(
        required("database"),
        values.getOrDefault("user", DatabaseRoles.OWNER),
        Path.of(required("password-file")));
  }

  private String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new BackupFailure(
          "Expected --data, or --database and --password-file, and --to, but --"
              + name
              + " is missing");
    }
    return value;
  }
}
