package org.counterfoil.standalone.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a backup: a script of {@code COPY … FROM stdin}, compressed, that {@code psql} reads as
 * well, so that whoever finds it in ten years needs nothing of ours but the tables. The file is its
 * owner's only, and is there when it is whole.
 */
final class BackupWriter implements AutoCloseable {

  static final String BEGIN = "-- Counterfoil backup";
  static final String END = "-- whole";

  /** How the name of what is being written begins. */
  static final String UNFINISHED = ".unfinished";

  private final Path target;
  private final Path unfinished;
  private final OutputStream out;
  private boolean isWhole;

  BackupWriter(Path target, BackupHeader header) throws IOException {
    this.target = target;
    this.unfinished =
        Files.createTempFile(
            target.toAbsolutePath().getParent(),
            UNFINISHED,
            ".gz",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    this.out =
        new BufferedOutputStream(new GZIPOutputStream(Files.newOutputStream(unfinished)), 1 << 16);
    line(BEGIN);
    line("-- " + header.json());
    line("begin;");
  }

  /** What a table's rows are written to, as PostgreSQL tells them. */
  interface Rows {

    void writeTo(OutputStream out) throws IOException;
  }

  void table(String table, List<String> columns, Rows rows) throws IOException {
    line("copy %s (%s) from stdin;".formatted(table, String.join(", ", columns)));
    rows.writeTo(out);
    line("\\.");
  }

  /** Forces it to the disk, and gives it its name. */
  void finish() throws IOException {
    line("commit;");
    line(END);
    out.close();
    try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
      written.force(true);
    }
    Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
    isWhole = true;
  }

  private void line(String text) throws IOException {
    out.write((text + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** Takes away what was not finished. */
  @Override
  public void close() throws IOException {
    if (!isWhole) {
      out.close();
      Files.deleteIfExists(unfinished);
    }
  }
}
