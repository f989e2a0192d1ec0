package org.counterfoil.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The last lines PostgreSQL wrote, for messages about why it did not start. */
final class LogTail {
  private static final int BYTES = 8_192;
  private static final int LINES = 15;

  private LogTail() {}

  /** From the start log and, if written since the given time, the newest log file. */
  static String of(PostgresFolder folder, FileTime since) {
    StringBuilder text = new StringBuilder();
    append(text, folder.startLog());
    newest(folder.log())
        .filter(file -> modified(file).compareTo(since) >= 0)
        .ifPresent(file -> append(text, file));
    return text.isEmpty() ? "(PostgreSQL wrote no log)" : text.toString().stripTrailing();
  }

  private static void append(StringBuilder text, Path path) {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
      file.seek(Math.max(0, file.length() - BYTES));
      byte[] end = new byte[(int) Math.min(BYTES, file.length() - file.getFilePointer())];
      file.readFully(end);
      List<String> lines = new String(end, StandardCharsets.UTF_8).lines().toList();
      lines.stream()
          .skip(Math.max(0, lines.size() - LINES))
          .forEach(line -> text.append("  ").append(line).append('\n'));
    } catch (IOException e) {
      // There is nothing to quote: the message it would have gone into is the one that counts.
      text.append("  (").append(path.getFileName()).append(" is not readable)\n");
    }
  }

  private static Optional<Path> newest(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.max(Comparator.comparing(LogTail::modified));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file);
    } catch (IOException e) {
      return FileTime.fromMillis(0);
    }
  }
}
