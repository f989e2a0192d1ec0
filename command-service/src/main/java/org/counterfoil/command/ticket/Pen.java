package org.counterfoil.command.ticket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.jspecify.annotations.Nullable;

/** Writes on a page, from above downwards; positions and sizes in points of 1/72 inch. */
final class Pen {

  private static final float LEADING = 1.25f;

  /** How much heavier than it is the one font there is gets where it is to be bold. */
  private static final float BOLD = 0.035f;

  private final @Nullable PDPageContentStream page;
  private final PDFont font;
  private final CmapLookup glyphs;

  /**
   * A pen.
   *
   * @param page missing where nothing is written, and only measured
   */
  Pen(@Nullable PDPageContentStream page, PDFont font, CmapLookup glyphs) {
    this.page = page;
    this.font = font;
    this.glyphs = glyphs;
  }

  /** The same, but nothing is written. */
  Pen dry() {
    return new Pen(null, font, glyphs);
  }

  /** How large a text is and how heavy. */
  record Style(float size, boolean isBold) {
    static final Style SMALL = new Style(7.5f, false);
    static final Style TEXT = new Style(10, false);
    static final Style STRONG = new Style(11, true);

    Style times(float scale) {
      return new Style(size * scale, isBold);
    }
  }

  /** Writes lines no wider than that; answers where the next line would be. */
  float paragraph(String text, float x, float y, float width, Style style) throws IOException {
    float line = y;
    for (String each : wrapped(printable(text), width, style.size())) {
      line -= style.size();
      write(each, x, line, style);
      line -= style.size() * (LEADING - 1);
    }
    return line;
  }

  /** Writes in the middle between two margins; answers where the next line would be. */
  float centred(String text, float left, float width, float y, Style style) throws IOException {
    String shown = printable(text);
    write(shown, left + (width - widthOf(shown, style.size())) / 2, y - style.size(), style);
    return y - style.size() * LEADING;
  }

  void rule(float x, float y, float width) throws IOException {
    if (page == null) {
      return;
    }
    page.setLineWidth(0.6f);
    page.moveTo(x, y);
    page.lineTo(x + width, y);
    page.stroke();
  }

  void frame(float x, float y, float width, float height) throws IOException {
    if (page == null) {
      return;
    }
    page.setLineWidth(1.2f);
    page.addRect(x, y, width, height);
    page.stroke();
  }

  void squares(QrCode code, float x, float y, float width) throws IOException {
    if (page == null) {
      return;
    }
    float module = width / code.size();
    for (QrCode.Run run : code.runs()) {
      page.addRect(
          x + run.column() * module,
          y + width - (run.row() + 1) * module,
          run.length() * module,
          module);
    }
    page.fill();
  }

  private void write(String text, float x, float y, Style style) throws IOException {
    if (page == null) {
      return;
    }
    page.beginText();
    page.setFont(font, style.size());
    page.setRenderingMode(style.isBold() ? RenderingMode.FILL_STROKE : RenderingMode.FILL);
    page.setLineWidth(style.size() * BOLD);
    page.newLineAtOffset(x, y);
    page.showText(text);
    page.endText();
  }

  private List<String> wrapped(String text, float width, float size) throws IOException {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && widthOf(longer, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
        line.append(word);
      } else {
        line.setLength(0);
        line.append(longer);
      }
    }
    lines.add(line.toString());
    return lines;
  }

  private float widthOf(String text, float size) throws IOException {
    return font.getStringWidth(text) / 1000 * size;
  }

  /**
   * What the font has no glyph for is shown as a question mark: a ticket is printed all the same.
   */
  private String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(point -> shown.appendCodePoint(glyphs.getGlyphId(point) == 0 ? '?' : point));
    return shown.toString();
  }
}
