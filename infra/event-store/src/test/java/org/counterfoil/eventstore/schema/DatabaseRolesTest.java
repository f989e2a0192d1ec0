package org.counterfoil.eventstore.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.counterfoil.eventstore.TestStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class DatabaseRolesTest {

  private static TestStore store;

  @BeforeAll
  static void create() throws SQLException {
    store = new TestStore();
  }

  @AfterAll
  static void close() {
    store.close();
  }

  @Test
  void passwordsAreKeptAsScramVerifiers() {
    assertThat(
            store
                .sql()
                .sql(
                    "select rolpassword from pg_authid"
                        + " where rolname like 'counterfoil\\_%' and rolcanlogin")
                .query(String.class)
                .list())
        .hasSizeGreaterThanOrEqualTo(7)
        .allMatch(verifier -> verifier.startsWith("SCRAM-SHA-256$"));
    assertThatThrownBy(() -> ask(store.dataSource(DatabaseRoles.READER, "wrong")))
        .hasRootCauseMessage(
            "FATAL: password authentication failed for user \"counterfoil_reader\"");
  }

  @Test
  void mayBeRepeatedAndChangesPasswords() throws SQLException {
    String role = "counterfoil_passing";
    for (String password : List.of("one", "two")) {
      DatabaseRoles.ensure(
          store.superuser(),
          store.database(),
          List.of(role),
          each -> each.equals(role) ? password : TestStore.passwordOf(each));
      assertThat(ask(store.dataSource(role, password))).isEqualTo(role);
    }
    assertThatThrownBy(() -> ask(store.dataSource(role, "one")))
        .hasRootCauseMessage("FATAL: password authentication failed for user \"" + role + "\"");
  }

  @Test
  void migratingAgainChangesNothing() {
    EventStoreSchema.migrate(store.as(DatabaseRoles.OWNER));

    assertThat(
            store
                .sql()
                .sql("select version from log.migration where success order by 1")
                .query(String.class)
                .list())
        .contains("1", "2", "3")
        .doesNotHaveDuplicates();
  }

  @Test
  void noRoleIsMoreThanItMustBe() {
    assertThat(
            store
                .sql()
                .sql(
                    "select rolname from pg_roles where rolname like 'counterfoil\\_%'"
                        + " and (rolsuper or rolcreatedb or rolcreaterole or rolbypassrls"
                        + " or rolreplication)")
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void aProjectionMakesRenamesAndDropsSchemasOfItsOwn() {
    JdbcClient sales = JdbcClient.create(store.as("counterfoil_sales"));

    for (String statement :
        List.of(
            "create schema sales_next",
            "create table sales_next.seat (id int)",
            "alter schema sales_next rename to sales",
            "select * from sales.seat",
            "drop schema sales cascade")) {
      if (statement.startsWith("select")) {
        assertThat(sales.sql(statement).query().listOfRows()).isEmpty();
      } else {
        sales.sql(statement).update();
      }
    }
  }

  @Test
  void aProjectionSeesNeitherTheLogNorAnothersSchema() {
    JdbcClient audit = JdbcClient.create(store.as("counterfoil_audit"));
    JdbcClient.create(store.as("counterfoil_accounts")).sql("create schema accounts").update();

    for (String statement :
        List.of(
            "select * from log.event",
            "create table accounts.entry (id int)",
            "alter schema accounts rename to mine",
            "drop schema log cascade",
            "create table public.note (id int)")) {
      assertThatThrownBy(() -> audit.sql(statement).update())
          .as(statement)
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  @Test
  void aNameThatWouldNeedCareIsRefused() {
    assertThatThrownBy(
            () ->
                DatabaseRoles.ensure(
                    store.superuser(), store.database(), List.of("a\"; drop"), role -> "x"))
        .hasMessageContaining("Expected a name of the form");
  }

  private static String ask(DataSource dataSource) {
    return JdbcClient.create(dataSource).sql("select current_user").query(String.class).single();
  }
}
