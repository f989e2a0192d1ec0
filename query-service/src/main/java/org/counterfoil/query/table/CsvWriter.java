package org.counterfoil.query.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.List;

/**
 * Writes a report as CSV (RFC 4180): comma, CR LF, decimal point, dates of ISO 8601. A text that a
 * spreadsheet would take for a formula is preceded by an apostrophe.
 */
public final class CsvWriter {

  private static final String LINE_END = "\r\n";

  private CsvWriter() {}

  public static void write(Report report, Writer to) {
    line(List.copyOf(report.columns()), to);
    report.rows().forEach(row -> line(row, to));
  }

  private static void line(List<?> cells, Writer to) {
    try {
      String separator = "";
      for (Object cell : cells) {
        to.write(separator);
        to.write(text(cell));
        separator = ",";
      }
      to.write(LINE_END);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static String text(Object cell) {
    return switch (cell) {
      case BigDecimal amount -> amount.toPlainString();
      case Number number -> number.toString();
      case String text -> quoted(text);
      default -> cell.toString();
    };
  }

  private static String quoted(String text) {
    String safe = text.matches("[=+\\-@].*") ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
