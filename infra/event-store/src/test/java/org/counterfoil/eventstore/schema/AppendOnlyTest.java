package org.counterfoil.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.counterfoil.eventstore.TestEvents.extended;
import static org.counterfoil.eventstore.TestEvents.id;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.counterfoil.eventstore.TestStore;
import org.counterfoil.eventstore.document.DocumentStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody changes what is in the log: not the roles that work with it, not its owner. */
class AppendOnlyTest {

  private static final List<String> CHANGES =
      List.of(
          "update log.event set name = 'order.lapsed'",
          "update log.event set name = name where false",
          "delete from log.event",
          "truncate log.event",
          "update log.document set content = content",
          "delete from log.document",
          "truncate log.document");

  private static TestStore store;

  @BeforeAll
  static void appendOne() throws SQLException {
    store = new TestStore();
    store
        .transactions()
        .executeWithoutResult(s -> store.engine().appendEvents(extended(id(), 0, 1)));
    new DocumentStore(store.writer()).put("plan".getBytes(StandardCharsets.UTF_8));
  }

  @AfterAll
  static void close() {
    store.close();
  }

  static Stream<String> changes() {
    return CHANGES.stream();
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusedToEveryRole(String change) {
    for (String role : List.of(DatabaseRoles.WRITER, DatabaseRoles.READER, DatabaseRoles.OWNER)) {
      assertThatThrownBy(() -> execute(store.as(role), change))
          .as(role)
          .hasMessageContaining("permission denied for table");
    }
  }

  @ParameterizedTest
  @MethodSource("changes")
  void refusedToWhoeverGrantsItself(String change) {
    for (DataSource mighty : List.of(store.as(DatabaseRoles.OWNER), store.superuser())) {
      assertThatThrownBy(
              () ->
                  execute(
                      mighty,
                      "grant all on log.event, log.document to " + DatabaseRoles.OWNER,
                      change))
          .hasMessageContaining("to be left as it is, but it was asked to");
      assertThatThrownBy(
              () -> execute(store.superuser(), "set session_replication_role = replica", change))
          .hasMessageContaining("to be left as it is, but it was asked to");
    }
    assertThat(store.log().lastPosition()).isZero();
  }

  @Test
  void withoutTheTriggersTheSuperuserWouldSucceed() throws SQLException {
    try (TestStore unguarded = new TestStore()) {
      unguarded.allowDamage();
      for (String change : CHANGES) {
        execute(unguarded.superuser(), change);
      }
    }
  }

  @Test
  void theTableRefusesWhatCannotBe() {
    String insert =
        "insert into log.event (position, stream_id, stream_type, sequence, event_id, name,"
            + " revision, recorded_at, entry) values (%s, gen_random_uuid(), 'order', %s,"
            + " gen_random_uuid(), 'order.lapsed', 1, now(), %s)";
    DataSource writer = store.as(DatabaseRoles.WRITER);

    for (String row :
        List.of(
            insert.formatted("-1", "0", "''"),
            insert.formatted("1", "-1", "''"),
            insert.formatted("1", "0", "decode(repeat('00', 262145), 'hex')"))) {
      assertThatThrownBy(() -> execute(writer, row)).hasMessageContaining("check constraint");
    }
    assertThatThrownBy(() -> execute(writer, "insert into log.document values (sha256('a'), 'b')"))
        .hasMessageContaining("document_hash_is_of_content");
  }

  @Test
  void theReaderOnlyReads() {
    DataSource reader = store.as(DatabaseRoles.READER);

    assertThatThrownBy(() -> execute(reader, "insert into log.document values (sha256('a'), 'a')"))
        .hasMessageContaining("permission denied");
    for (String hidden : List.of("log.snapshot", "log.idempotency", "log.migration")) {
      assertThatThrownBy(() -> execute(reader, "select * from " + hidden))
          .hasMessageContaining("permission denied");
    }
  }

  private static void execute(DataSource dataSource, String... statements) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      for (String each : statements) {
        statement.execute(each);
      }
      connection.commit();
    }
  }
}
