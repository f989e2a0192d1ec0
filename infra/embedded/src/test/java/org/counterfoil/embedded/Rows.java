package org.counterfoil.embedded;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes and reads rows as the superuser, each in a connection of its own. */
record Rows(String url, String user, String password) {
  static Rows in(LocalPostgres postgres) {
    return new Rows(
        postgres.jdbcUrl("postgres"), postgres.superuser(), postgres.superuserPassword());
  }

  /** Returns after the commit. */
  void add(String name) throws SQLException {
    execute("create table if not exists kept (name text primary key)");
    execute("insert into kept values ('" + name + "')");
  }

  String all() throws SQLException {
    return query("select string_agg(name, ',' order by name) from kept");
  }

  String query(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getString(1);
    }
  }

  void execute(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }
}
