package org.counterfoil.standalone.backup;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.zip.GZIPInputStream;

/** Reads what {@link BackupWriter} wrote, line by line. */
final class BackupReader implements AutoCloseable {

  private static final String COPY = "copy ";
  private static final String ROWS_END = "\\.";

  private final InputStream in;
  private final BackupHeader header;

  BackupReader(Path file) throws IOException {
    this.in =
        new BufferedInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16), 1 << 16);
    try {
      if (!text().equals(BackupWriter.BEGIN)) {
        throw new BackupFailure("Expected a backup of Counterfoil's, but " + file + " is none");
      }
      this.header = BackupHeader.parse(text().substring(3));
    } catch (IOException | RuntimeException failed) {
      in.close();
      throw failed;
    }
  }

  BackupHeader header() {
    return header;
  }

  /** Takes the rows of each table. */
  interface Tables {

    /** Begins a table: {@code copy … from stdin}. */
    void begin(String copy) throws SQLException;

    /** A row, with its end of line. */
    void row(byte[] line) throws SQLException;

    void end() throws SQLException;
  }

  /**
   * Reads everything.
   *
   * @throws BackupFailure where it ends before its end
   */
  void read(Tables tables) throws IOException, SQLException {
    try {
      for (String line = text(); !line.equals(BackupWriter.END); line = text()) {
        if (line.startsWith(COPY)) {
          tables.begin(line.substring(0, line.length() - 1));
          for (byte[] row = line(); !isRowsEnd(row); row = line()) {
            tables.row(row);
          }
          tables.end();
        }
      }
    } catch (EOFException early) {
      throw new BackupFailure("Expected a whole backup, but it ends early");
    }
  }

  private static boolean isRowsEnd(byte[] row) {
    return row.length == ROWS_END.length() + 1 && row[0] == '\\' && row[1] == '.';
  }

  private String text() throws IOException {
    return new String(line(), StandardCharsets.UTF_8).stripTrailing();
  }

  private byte[] line() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); ; next = in.read()) {
      if (next < 0) {
        throw new EOFException();
      }
      line.write(next);
      if (next == '\n') {
        return line.toByteArray();
      }
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
