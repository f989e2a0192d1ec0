package org.counterfoil.standalone.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Backups of the vault go when their life is over, and what is no backup is not read as one. */
class KeptBackupsTest {

  private static final Instant MADE = Instant.parse("2026-03-01T02:00:00Z");

  @TempDir Path folder;

  private Path backup(BackupKind kind, Instant madeAt) throws IOException {
    Path file = folder.resolve(kind.prefix() + Backup.NAME_TIME.format(madeAt) + Backup.SUFFIX);
    BackupHeader header =
        new BackupHeader(1, kind, madeAt, Map.of("vault", 6), false, 7, "ab", null, null);
    try (BackupWriter writer = new BackupWriter(file, header)) {
      writer.finish();
    }
    return file;
  }

  @Test
  void thoseOfTheVaultGoWhenTheirLifeIsOver_andNothingElseDoes() throws IOException {
    Path old = backup(BackupKind.VAULT, MADE);
    Path young = backup(BackupKind.VAULT, MADE.plus(Duration.ofHours(23)));
    Path other = Files.writeString(folder.resolve("counterfoil-vault-notes.txt"), "");
    KeptBackups kept = KeptBackups.in(folder, BackupKind.VAULT);
    Instant sooner = Instant.parse("2026-03-08T01:00:00Z");

    assertThat(kept.prune(Period.ofDays(7), sooner.minus(Duration.ofHours(2))))
        .as("the day before")
        .isEmpty();
    assertThat(kept.prune(Period.ofDays(7), sooner)).as("that night").containsExactly(old);

    assertThat(old).doesNotExist();
    assertThat(young).exists();
    assertThat(other).exists();
  }

  @Test
  void whatAKilledBackupLeftGoes_andNotWhatIsBeingWritten() throws IOException {
    KeptBackups kept = KeptBackups.in(folder, BackupKind.VAULT);
    Path left = Files.createTempFile(folder, BackupWriter.UNFINISHED, ".gz");
    Path written = Files.createTempFile(folder, BackupWriter.UNFINISHED, ".gz");
    Files.setLastModifiedTime(left, FileTime.from(MADE.minus(Duration.ofHours(2))));
    Files.setLastModifiedTime(written, FileTime.from(MADE.minus(Duration.ofMinutes(1))));

    assertThat(kept.prune(Period.ofDays(7), MADE)).containsExactly(left);

    assertThat(left).doesNotExist();
    assertThat(written).exists();
  }

  @Test
  void aFolderHoldsBackupsOfOneLife() throws IOException {
    backup(BackupKind.STORE, MADE);

    assertThatThrownBy(() -> KeptBackups.in(folder, BackupKind.VAULT))
        .isInstanceOf(BackupFailure.class);
    assertThat(KeptBackups.in(folder, BackupKind.STORE).folder()).isEqualTo(folder);
  }

  @Test
  void aBackupIsItsOwnersOnly_andSaysWhatItIs() throws IOException {
    Path file = backup(BackupKind.VAULT, MADE);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (BackupReader reader = new BackupReader(file)) {
      assertThat(reader.header().madeAt()).isEqualTo(MADE);
      assertThat(reader.header().position()).isEqualTo(7);
    }
    try (var left = Files.list(folder)) {
      assertThat(left).containsExactly(file);
    }
  }

  @Test
  void aVaultThatWasToBeGoneIsNotRestored() throws IOException {
    Path file = backup(BackupKind.VAULT, MADE);
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    assertThatThrownBy(
            () ->
                Restore.vault(
                    BackedDatabase.at("jdbc:postgresql://127.0.0.1:1/x", "nobody", file(said)),
                    file,
                    Period.ofDays(7),
                    false,
                    Clock.fixed(Instant.parse("2026-03-09T00:00:00Z"), ZoneOffset.UTC)))
        .isInstanceOf(BackupFailure.class)
        .hasMessageContaining("to be gone on 2026-03-08");
  }

  private Path file(ByteArrayOutputStream said) throws IOException {
    return Files.write(folder.resolve("password"), said.toByteArray());
  }

  @Test
  void whatIsAskedAmissIsRefused() {
    for (String[] asked :
        new String[][] {{}, {"all"}, {"store"}, {"store", "--too=x"}, {"restore"}}) {
      ByteArrayOutputStream said = new ByteArrayOutputStream();
      int exit =
          BackupCommand.run(
              new PrintStream(said, true, StandardCharsets.UTF_8),
              Clock.fixed(MADE, ZoneOffset.UTC),
              asked);
      assertThat(exit).isEqualTo(1);
      assertThat(said.toString(StandardCharsets.UTF_8)).startsWith("REFUSED  Expected");
    }
  }
}
