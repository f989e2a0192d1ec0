package org.counterfoil.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Root is the only one who can become somebody else, so these need root. */
class OtherUsersTest {
  private static final int NOBODY = 65_534;
  private static final List<String> AS_NOBODY =
      List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  @TempDir Path folder;
  private Path data;

  @BeforeEach
  void needsRoot() throws Exception {
    boolean possible = CurrentUser.get().isRoot() && Command.succeeds(with(AS_NOBODY, "true"));
    if (!possible) {
      System.err.println("SKIPPED OtherUsersTest: needs root and setpriv to run as another user");
    }
    assumeTrue(possible, "needs root and setpriv");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
    data = Files.createDirectory(folder.resolve("data"));
  }

  @Test
  void runsAsAPlainUserAndThenAsRootForThatUser() throws Exception {
    Files.setAttribute(data, "unix:uid", NOBODY);
    try (ChildJvm child = ChildJvm.start(AS_NOBODY, readableClassPath(), data, "by-nobody")) {
      long postmaster = child.awaitPostmaster();
      assertThat(CurrentUser.ownerOf(Path.of("/proc/" + postmaster))).isEqualTo(NOBODY);
      child.kill();
    }

    // Root takes over the orphan and the data, and leaves the files with their owner.
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(Rows.in(postgres).all()).isEqualTo("by-nobody");
      assertThat(postgres.passwordOf("made_by_root")).isNotBlank();
      assertThat(CurrentUser.ownerOf(data.resolve("passwords/made_by_root"))).isEqualTo(NOBODY);
      assertThat(CurrentUser.ownerOf(Path.of("/proc/" + postgres.pid()))).isEqualTo(NOBODY);
    }

    try (ChildJvm child = ChildJvm.start(AS_NOBODY, readableClassPath(), data, "again")) {
      assertThat(child.awaitPostmaster()).isPositive();
      child.kill();
    }
    new ServerOf(data).running().stop(Duration.ofSeconds(10), Duration.ofSeconds(5));
  }

  @Test
  void stepsDownFromRootWhereUserNamespacesAreForbidden() throws Exception {
    String before;
    try (LocalPostgres postgres = startWithoutUserNamespaces()) {
      assertThat(CurrentUser.ownerOf(Path.of("/proc/" + postgres.pid()))).isNotZero();
      Rows.in(postgres).add("kept");
      before = postgres.superuserPassword();
    }
    assertThat(CurrentUser.ownerOf(data.resolve("passwords/postgres"))).isZero();
    try (LocalPostgres postgres = LocalPostgres.start(data)) {
      assertThat(Rows.in(postgres).all()).isEqualTo("kept");
      assertThat(postgres.superuserPassword()).isEqualTo(before);
    }
  }

  @Test
  void saysWhenAnotherUserCannotEnterTheFolder() throws Exception {
    Files.setPosixFilePermissions(data, PrivateFiles.FOLDER);
    assertThatThrownBy(this::startWithoutUserNamespaces)
        .isInstanceOf(EmbeddedServerException.class)
        .hasMessageContaining("to be able to enter " + data);
  }

  /** Another user cannot read the class path in root's home: copies what a child JVM needs. */
  private String readableClassPath() throws Exception {
    Path copies = Files.createTempDirectory(folder, "class-path-");
    Files.setPosixFilePermissions(copies, PosixFilePermissions.fromString("rwxr-xr-x"));
    List<String> entries = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      if (!entry.contains("kafka") && !entry.contains("scala")) {
        Path copy = copies.resolve(entries.size() + "-" + Path.of(entry).getFileName());
        assertThat(Command.status(List.of("cp", "-rL", entry, copy.toString()))).isZero();
        entries.add(copy.toString());
      }
    }
    assertThat(Command.status(List.of("chmod", "-R", "a+rX", copies.toString()))).isZero();
    return String.join(File.pathSeparator, entries);
  }

  private static boolean succeedsWithoutUserNamespaces(List<String> command) {
    return !command.get(0).equals("unshare") && Command.succeeds(command);
  }

  private LocalPostgres startWithoutUserNamespaces() {
    return LocalPostgres.start(
        data,
        0,
        RestartListener.NONE,
        Durability.DURABLE,
        OtherUsersTest::succeedsWithoutUserNamespaces);
  }

  private static List<String> with(List<String> prefix, String command) {
    return Command.concat(prefix, List.of(command));
  }
}
