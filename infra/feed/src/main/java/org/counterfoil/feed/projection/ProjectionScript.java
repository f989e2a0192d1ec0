package org.counterfoil.feed.projection;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a projection's tables, and knows by which script existing ones were made. */
final class ProjectionScript {

  private final String text;
  private final String hash;

  private ProjectionScript(String text) {
    this.text = text;
    this.hash = sha256(text);
  }

  static ProjectionScript of(Projection projection) {
    return new ProjectionScript(
        read(ProjectionScript.class, "control.sql")
            + "\n"
            + read(projection.getClass(), projection.ddl()));
  }

  /** Makes the schema, which must not exist, with its tables and the position before any event. */
  void create(SchemaWork work, String schema) {
    work.in(
        schema,
        (tables, transaction) -> {
          tables.sql("create schema " + schema).update();
          tables.sql(text).update();
          tables.sql("insert into schema_version values (?)").param(hash).update();
          Checkpoint.create(tables);
          return schema;
        });
  }

  static void dropIfExists(JdbcClient tables, String schema) {
    tables.sql("drop schema if exists " + schema + " cascade").update();
  }

  /** Whether the schema was made by this script; empty where there is no such schema. */
  Optional<Boolean> fits(SchemaWork work, String schema) {
    return work.in(
        schema,
        (tables, transaction) -> {
          Optional<String> table =
              tables
                  .sql("select to_regclass(?)::text")
                  .param(schema + ".schema_version")
                  .query(String.class)
                  .optional();
          return table.map(
              found ->
                  tables
                      .sql("select script_hash from schema_version")
                      .query(String.class)
                      .single()
                      .equals(hash));
        });
  }

  private static String read(Class<?> nextTo, String name) {
    try (InputStream stream = nextTo.getResourceAsStream(name)) {
      if (stream == null) {
        throw new IllegalArgumentException(
            "Expected the script %s beside %s, but there is none"
                .formatted(name, nextTo.getName()));
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha256(String text) {
    try {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Expected every Java to have SHA-256, but failed", e);
    }
  }
}
