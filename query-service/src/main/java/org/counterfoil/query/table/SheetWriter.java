package org.counterfoil.query.table;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Writes a report as a spreadsheet (Office Open XML, ECMA-376), row by row and without holding it
 * in memory. Amounts are numbers and days are dates; texts are never formulas. No clock and no
 * chance is in it, so that equal reports have equal bytes.
 */
public final class SheetWriter implements AutoCloseable {

  /**
   * One sheet of a book.
   *
   * @param title at most 31 characters, none of {@code []:*?/\}
   * @param heads what the columns are called
   * @param isProse whether texts are sentences, which are broken into lines
   */
  public record Sheet(String title, Report report, List<String> heads, boolean isProse) {

    private static final Pattern TITLE = Pattern.compile("[^\\[\\]:*?/\\\\]{1,31}");

    public Sheet {
      heads = List.copyOf(heads);
      if (!TITLE.matcher(title).matches()) {
        throw new IllegalArgumentException("Expected a sheet's title, but it is " + title);
      }
    }
  }

  /** What one sheet can hold, its head included. */
  private static final int MOST_ROWS = 1_048_576;

  /** What zip files call the beginning of time. */
  private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

  /** Day 0 of spreadsheets, as if 1900 had been a leap year. */
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);

  private static final String XML =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

  private final ZipOutputStream zip;
  private final Writer out;
  private final List<String> titles = new ArrayList<>();
  private int row;

  private SheetWriter(OutputStream to) {
    this.zip = new ZipOutputStream(to);
    this.out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8));
  }

  /**
   * Writes it.
   *
   * @param heads what the columns are called
   */
  public static void write(Report report, List<String> heads, OutputStream to) throws IOException {
    write(List.of(new Sheet(report.name(), report, heads, false)), to);
  }

  /** Writes several sheets into one book, in their order. */
  public static void write(List<Sheet> sheets, OutputStream to) throws IOException {
    try (SheetWriter writer = new SheetWriter(to)) {
      for (Sheet sheet : sheets) {
        writer.begin(sheet, sheet.title());
        int first = writer.titles.size();
        sheet.report().rows().forEach(cells -> writer.next(sheet, first, cells));
        writer.end();
      }
      writer.frame();
    } catch (UncheckedIOException gone) {
      throw gone.getCause();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private void next(Sheet sheet, int first, List<Object> cells) {
    try {
      if (row == MOST_ROWS) {
        end();
        begin(sheet, sheet.title() + " " + (titles.size() - first + 2));
      }
      row(cells, sheet, false);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private void begin(Sheet sheet, String title) throws IOException {
    titles.add(title);
    row = 0;
    entry("xl/worksheets/sheet" + titles.size() + ".xml");
    out.write(SheetParts.SHEET_BEGIN.formatted(SheetParts.columns(sheet.report().columns())));
    row(sheet.heads(), sheet, true);
  }

  private void end() throws IOException {
    out.write(SheetParts.SHEET_END);
    out.flush();
    zip.closeEntry();
  }

  private void row(List<?> cells, Sheet sheet, boolean isHead) throws IOException {
    row++;
    out.write("<row r=\"" + row + "\">");
    for (Object cell : cells) {
      out.write(isHead ? text(cell.toString(), " s=\"1\"") : cell(cell, sheet.isProse()));
    }
    out.write("</row>\n");
  }

  private static String cell(Object cell, boolean isProse) {
    return switch (cell) {
      case BigDecimal amount ->
          "<c s=\"%d\"><v>%s</v></c>"
              .formatted(SheetParts.amountStyle(amount.scale()), amount.toPlainString());
      case Number number -> "<c><v>" + number + "</v></c>";
      case LocalDate day ->
          "<c s=\"%d\"><v>%d</v></c>"
              .formatted(SheetParts.DAY_STYLE, ChronoUnit.DAYS.between(DAY_ZERO, day));
      default -> text(cell.toString(), isProse ? " s=\"" + SheetParts.PROSE_STYLE + "\"" : "");
    };
  }

  private static String text(String text, String style) {
    return "<c"
        + style
        + " t=\"inlineStr\"><is><t xml:space=\"preserve\">"
        + escaped(text)
        + "</t></is></c>";
  }

  /** What XML cannot hold is left out. */
  static String escaped(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  /** What makes a spreadsheet of the sheets. */
  private void frame() throws IOException {
    part("xl/styles.xml", SheetParts.STYLES);
    part("xl/workbook.xml", SheetParts.workbook(titles));
    part("xl/_rels/workbook.xml.rels", SheetParts.workbookRelations(titles.size()));
    part("_rels/.rels", SheetParts.RELATIONS);
    part("[Content_Types].xml", SheetParts.contentTypes(titles.size()));
  }

  private void part(String name, String content) throws IOException {
    entry(name);
    out.write(content);
    out.flush();
    zip.closeEntry();
  }

  private void entry(String name) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(NO_TIME);
    zip.putNextEntry(entry);
    out.write(XML);
  }
}
