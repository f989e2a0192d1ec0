package org.counterfoil.query.accounts.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/**
 * An accounting document on A4 pages: headings, texts, tables. Written from above downwards; a page
 * that is full is followed by another, and a table goes on there under its head. Equal contents
 * give equal bytes. The font is the one that comes with PDFBox (Liberation Sans, SIL Open Font
 * License).
 */
final class Paper implements AutoCloseable {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
  private static final float MARGIN = 48;
  private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
  private static final float SMALL = 8;
  private static final float TEXT = 9.5f;
  private static final float HEADING = 15;
  private static final float LEADING = 1.35f;

  /** How much heavier than it is the one font there is gets where it is to be bold. */
  private static final float BOLD = 0.035f;

  private final PDDocument document = new PDDocument();
  private final TrueTypeFont type;
  private final PDFont font;
  private final CmapLookup glyphs;
  private @Nullable PDPageContentStream page;
  private float y;

  /**
   * Begins one.
   *
   * @param id names its contents: the same contents have the same
   * @param language of its words
   */
  Paper(String title, long id, Instant madeAt, String language) {
    try (InputStream in = Paper.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("Expected the font in PDFBox's jar, but it is missing");
      }
      this.type = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      this.font = PDType0Font.load(document, type, true);
      this.glyphs = type.getUnicodeCmapLookup();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    document.setDocumentId(id);
    document.getDocumentCatalog().setLanguage(language);
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setCreator("Counterfoil");
    information.setCreationDate(GregorianCalendar.from(madeAt.atZone(ZoneOffset.UTC)));
    document.setDocumentInformation(information);
  }

  /** A column: its name, its part of the width, and whether it holds numbers. */
  record Column(String name, float part, boolean isNumber) {}

  void heading(String text) {
    room(HEADING * LEADING);
    write(text, MARGIN, HEADING, true);
    y -= HEADING * LEADING;
  }

  void subheading(String text) {
    room(4 * TEXT * LEADING);
    y -= TEXT * 0.8f;
    write(text, MARGIN, TEXT + 1.5f, true);
    y -= (TEXT + 1.5f) * LEADING;
  }

  void text(String text) {
    wrapped(text, TEXT);
  }

  void note(String text) {
    wrapped(text, SMALL);
  }

  /** Amounts and counts stand under each other at the right of their columns. */
  void table(List<Column> columns, List<List<String>> rows, @Nullable List<String> sum) {
    head(columns);
    for (List<String> row : rows) {
      if (y - TEXT * LEADING < MARGIN) {
        turn();
        head(columns);
      }
      row(columns, row, false);
    }
    if (sum != null) {
      room(TEXT * LEADING);
      rule();
      row(columns, sum, true);
    }
    y -= TEXT * 0.5f;
  }

  byte[] toBytes() {
    try {
      finishPage();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to write to memory", impossible);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
      type.close();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to release memory", impossible);
    }
  }

  private void head(List<Column> columns) {
    room(3 * TEXT * LEADING);
    row(columns, columns.stream().map(Column::name).toList(), true);
    y += 1;
    rule();
  }

  private void row(List<Column> columns, List<String> cells, boolean isBold) {
    float x = MARGIN;
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      float width = column.part() * WIDTH;
      String shown = fitting(printable(cells.get(i)), width - 4, TEXT);
      float at = column.isNumber() ? x + width - 2 - widthOf(shown, TEXT) : x;
      write(shown, at, TEXT, isBold);
      x += width;
    }
    y -= TEXT * LEADING;
  }

  private void wrapped(String text, float size) {
    for (String line : text.split("\n", -1)) {
      String rest = printable(line);
      do {
        String shown = head(rest, size);
        room(size * LEADING);
        write(shown, MARGIN, size, false);
        y -= size * LEADING;
        rest = rest.substring(shown.length()).stripLeading();
      } while (!rest.isEmpty());
    }
  }

  /** As much of a text as has room in a line, up to a blank where there is one. */
  private String head(String text, float size) {
    if (widthOf(text, size) <= WIDTH) {
      return text;
    }
    int end = text.length();
    while (end > 1 && widthOf(text.substring(0, end), size) > WIDTH) {
      end--;
    }
    int blank = text.lastIndexOf(' ', end);
    return text.substring(0, blank > 0 ? blank : end);
  }

  private String fitting(String text, float width, float size) {
    String shown = text;
    while (shown.length() > 1 && widthOf(shown, size) > width) {
      shown = shown.substring(0, shown.length() - 2) + "…";
    }
    return shown;
  }

  private void room(float height) {
    if (page == null || y - height < MARGIN) {
      turn();
    }
  }

  private void turn() {
    try {
      finishPage();
      PDPage next = new PDPage(PDRectangle.A4);
      document.addPage(next);
      page = new PDPageContentStream(document, next);
      y = PDRectangle.A4.getHeight() - MARGIN;
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to write to memory", impossible);
    }
  }

  private void finishPage() throws IOException {
    if (page != null) {
      page.close();
    }
    page = null;
  }

  private PDPageContentStream page() {
    if (page == null) {
      turn();
    }
    if (page == null) {
      throw new IllegalStateException("Expected a page to write on, but there is none");
    }
    return page;
  }

  private void rule() {
    try {
      page().setLineWidth(0.5f);
      page().moveTo(MARGIN, y - 1.5f);
      page().lineTo(MARGIN + WIDTH, y - 1.5f);
      page().stroke();
      y -= 3.5f;
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to write to memory", impossible);
    }
  }

  private void write(String text, float x, float size, boolean isBold) {
    try {
      PDPageContentStream on = page();
      on.beginText();
      on.setFont(font, size);
      on.setRenderingMode(isBold ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
      on.setLineWidth(size * BOLD);
      on.newLineAtOffset(x, y - size);
      on.showText(printable(text));
      on.endText();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to write to memory", impossible);
    }
  }

  private float widthOf(String text, float size) {
    try {
      return font.getStringWidth(text) / 1000 * size;
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to measure in memory", impossible);
    }
  }

  /** What the font has no glyph for is shown as a question mark. */
  private String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> shown.appendCodePoint(glyphs.getGlyphId(point) == 0 ? '?' : point));
    return shown.toString();
  }
}
