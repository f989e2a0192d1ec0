package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void aFolderWithABlankInItsName() {
    data = folder.resolve("my data");
  }

  @Test
  void keepsRowsPasswordsAndDatabasesWhenClosedAndStartedAgain() throws Exception {
    String password;
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      password = postgres.superuserPassword();
      postgres.createDatabaseIfMissing("tickets");
      Rows.in(postgres).add("first");
    }
    assertThat(new ServerOf(data).runs()).as("a server after close").isFalse();

    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(Rows.in(postgres).all()).isEqualTo("first");
      assertThat(postgres.superuserPassword()).isEqualTo(password);
      postgres.createDatabaseIfMissing("tickets");
      Rows tickets = new Rows(postgres.jdbcUrl("tickets"), postgres.superuser(), password);
      assertThat(tickets.query("select current_database()")).isEqualTo("tickets");
      assertThat(postgres.restarts()).isZero();
    }
  }

  @Test
  void isDurableAndSaysSo() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      Rows rows = Rows.in(postgres);
      assertThat(rows.query("show fsync")).isEqualTo("on");
      assertThat(rows.query("show synchronous_commit")).isEqualTo("on");
      assertThat(rows.query("show full_page_writes")).isEqualTo("on");
      assertThat(rows.query("show data_checksums")).isEqualTo("on");
      assertThat(rows.query("show listen_addresses")).isEqualTo("127.0.0.1");
    }
  }

  /** The command line outranks what somebody writes into the data folder. */
  @Test
  void staysDurableWhenTheDataFolderSaysOtherwise() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      Rows.in(postgres).execute("alter system set fsync = off");
    }
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(Rows.in(postgres).query("show fsync")).isEqualTo("on");
    }
  }

  /** A setting of the role outranks the command line, so it has to be asked for, and refused. */
  @Test
  void refusesToRunWhenTheServerIsNotDurable() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      Rows.in(postgres).execute("alter role postgres set synchronous_commit = off");
    }
    assertThatThrownBy(() -> LocalPostgres.start(data))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("synchronous_commit to be 'on', but it is 'off'");
    assertThat(new ServerOf(data).runs()).as("a refused server").isFalse();
  }

  @Test
  void asksForAPasswordOnLoopbackToo() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      String url = postgres.jdbcUrl("postgres");
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", "wrong"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("28P01"));
      assertThatThrownBy(() -> DriverManager.getConnection(url, "postgres", ""))
          .isInstanceOf(SQLException.class);
      assertThat(
              Rows.in(postgres).query("select rolpassword from pg_authid where rolname='postgres'"))
          .startsWith("SCRAM-SHA-256$");
    }
  }

  @Test
  void givesEachRoleItsOwnKeptPassword() throws Exception {
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      postgres.createLoginIfMissing("writer");
      postgres.createLoginIfMissing("writer");
      String password = postgres.passwordOf("writer");
      assertThat(password).isNotEqualTo(postgres.superuserPassword()).hasSizeGreaterThan(40);
      Rows writer = new Rows(postgres.jdbcUrl("postgres"), "writer", password);
      assertThat(writer.query("select current_user")).isEqualTo("writer");
      assertThatThrownBy(() -> postgres.passwordOf("../writer"))
          .isInstanceOf(IllegalArgumentException.class);
    }
    Path passwords = data.resolve("passwords");
    assertThat(mode(passwords)).isEqualTo("rwx------");
    assertThat(mode(passwords.resolve("writer"))).isEqualTo("rw-------");
    assertThat(mode(passwords.resolve("postgres"))).isEqualTo("rw-------");
    assertThat(mode(data.resolve("postgres"))).isEqualTo("rwx------");
  }

  @Test
  void saysWhyItDoesNotStart() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> LocalPostgres.start(data, port, RestartListener.NONE))
          .isInstanceOf(EmbeddedServerException.class)
          .hasMessageContaining("Address already in use");
    }
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(Rows.in(postgres).query("select 1")).as("after a failed start").isEqualTo("1");
    }
  }

  @Test
  void saysThatThePasswordFileIsNotTheOneOfTheData() throws Exception {
    LocalPostgres.start(data).close();
    Files.delete(data.resolve("passwords/postgres"));
    assertThatThrownBy(() -> LocalPostgres.start(data))
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("the file with the superuser's password is not the one");
    assertThat(new ServerOf(data).runs()).isFalse();
  }

  @Test
  void temporaryInstancesAreNotDurableAndLeaveNothingBehind() throws Exception {
    Path cluster;
    try (LocalPostgres postgres = LocalPostgres.temporary()) {
      Rows rows = Rows.in(postgres);
      assertThat(rows.query("show fsync")).isEqualTo("off");
      cluster = Path.of(rows.query("show data_directory"));
      assertThat(cluster).exists();
    }
    assertThat(cluster.getParent().getParent()).doesNotExist();
  }

  private static String mode(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
