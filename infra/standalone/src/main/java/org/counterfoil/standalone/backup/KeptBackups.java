package org.counterfoil.standalone.backup;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of backups of one kind. Those of the vault go when their life is over: until then an
 * erasure can be undone, and a certificate says until when that is.
 */
record KeptBackups(Path folder, BackupKind kind) {

  private static final Duration ABANDONED_AFTER = Duration.ofHours(1);

  /** The folder, made where there is none; one that holds backups of the other kind is refused. */
  static KeptBackups in(Path folder, BackupKind kind) throws IOException {
    Files.createDirectories(
        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    for (BackupKind other : BackupKind.values()) {
      if (other != kind && !new KeptBackups(folder, other).files().isEmpty()) {
        throw new BackupFailure(
            "Expected a folder for backups of kind %s alone, which live as long as each other, but there are some of %s"
                .formatted(kind, other));
      }
    }
    return new KeptBackups(folder, kind);
  }

  /**
   * Deletes those whose life ends on the day of a time or before, and what a backup that was killed
   * has left; answers them. A day counts whole, so that a backup that is made each night, sooner or
   * later in it, leaves none for a day longer than certificates say.
   */
  List<Path> prune(Period life, Instant now) throws IOException {
    List<Path> over = new ArrayList<>(unfinished(now));
    files().stream().filter(file -> isOver(file, life, now)).forEach(over::add);
    for (Path file : over) {
      Files.delete(file);
    }
    return over;
  }

  private boolean isOver(Path file, Period life, Instant now) {
    String name = String.valueOf(file.getFileName());
    String madeAt = name.substring(kind.prefix().length(), name.length() - Backup.SUFFIX.length());
    LocalDate madeOn =
        LocalDate.ofInstant(Backup.NAME_TIME.parse(madeAt, Instant::from), ZoneOffset.UTC);
    return !madeOn.plus(life).isAfter(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** What nobody has written to for so long that nobody writes it any more. */
  private List<Path> unfinished(Instant now) throws IOException {
    List<Path> left = new ArrayList<>();
    try (DirectoryStream<Path> all =
        Files.newDirectoryStream(folder, BackupWriter.UNFINISHED + "*")) {
      for (Path file : all) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(ABANDONED_AFTER))) {
          left.add(file);
        }
      }
    }
    return left;
  }

  private List<Path> files() throws IOException {
    String name = kind.prefix() + "\\d{8}T\\d{6}Z" + Backup.SUFFIX.replace(".", "\\.");
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> String.valueOf(file.getFileName()).matches(name)).sorted().toList();
    }
  }
}
