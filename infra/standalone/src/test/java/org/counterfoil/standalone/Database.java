package org.counterfoil.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The database of a data folder, as somebody sees it who may do everything. */
final class Database {

  /** Which line of {@code postmaster.pid} has the port. */
  private static final int PORT_LINE = 3;

  private final JdbcClient superuser;

  private Database(JdbcClient superuser) {
    this.superuser = superuser;
  }

  /** While Counterfoil runs on it. */
  static Database of(Path data) throws IOException {
    String port =
        Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(PORT_LINE).strip();
    try (Stream<Path> passwords = Files.list(data.resolve("passwords"))) {
      Path password =
          passwords
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("counterfoil_"))
              .findFirst()
              .orElseThrow();
      return new Database(
          JdbcClient.create(
              new DriverManagerDataSource(
                  "jdbc:postgresql://127.0.0.1:" + port + "/counterfoil",
                  String.valueOf(password.getFileName()),
                  Files.readString(password).strip())));
    }
  }

  JdbcClient sql() {
    return superuser;
  }

  /** All tables of ours, those of the vault among them, with their schemas. */
  List<String> tables() {
    return superuser
        .sql(
            """
            select format('%I.%I', table_schema, table_name) from information_schema.tables
            where table_type = 'BASE TABLE'
              and table_schema not in ('pg_catalog', 'information_schema')
            """)
        .query(String.class)
        .list();
  }

  /** Every row of a table, as text. */
  String text(String table) {
    return String.join(
        "\n",
        superuser
            .sql("select row_to_json(t)::text from " + table + " t")
            .query(String.class)
            .list());
  }
}
