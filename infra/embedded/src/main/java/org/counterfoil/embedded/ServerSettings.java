package org.counterfoil.embedded;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL's settings, sized for a small machine.
 *
 * <p>They are given on the command line, where they outrank {@code postgresql.conf} and {@code
 * ALTER SYSTEM}: nobody weakens durability by an edit in the data folder.
 */
final class ServerSettings {
  private ServerSettings() {}

  static Map<String, String> of(PostgresFolder folder, int port, Durability durability) {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("port", Integer.toString(port));
    settings.put("unix_socket_directories", "");
    settings.put("password_encryption", "scram-sha-256");
    settings.putAll(durability.settings());
    settings.put("max_connections", "100");
    settings.put("shared_buffers", "128MB");
    settings.put("wal_level", "replica");
    settings.put("wal_buffers", "16MB");
    settings.put("min_wal_size", "256MB");
    settings.put("max_wal_size", "2GB");
    settings.put("checkpoint_timeout", "15min");
    settings.put("checkpoint_completion_target", "0.9");
    settings.put("timezone", "UTC");
    settings.put("log_timezone", "UTC");
    settings.put("logging_collector", "on");
    settings.put("log_directory", folder.log().toString());
    settings.put("log_filename", "postgres-%a.log");
    settings.put("log_file_mode", "0600");
    settings.put("log_rotation_age", "1d");
    settings.put("log_rotation_size", "0");
    settings.put("log_truncate_on_rotation", "on");
    settings.put("log_line_prefix", "%m [%p] %q%u@%d ");
    return settings;
  }

  static List<String> asArguments(Map<String, String> settings) {
    List<String> arguments = new ArrayList<>();
    settings.forEach(
        (name, value) -> {
          arguments.add("-c");
          arguments.add(name + "=" + value);
        });
    return arguments;
  }
}
