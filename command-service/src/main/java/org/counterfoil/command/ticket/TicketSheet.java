package org.counterfoil.command.ticket;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.ticket.Pen.Style;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.performance.Proof;

/** Lays one ticket out on one page. */
final class TicketSheet {

  private static final float A4_MARGIN = 40;
  private static final float A4_CODE = 155;
  private static final float THERMAL_MARGIN = 14;
  private static final float THERMAL_CODE = 150;

  /** Around a code four of its modules must stay white. */
  private static final float GAP = 16;

  private static final float UNDER_CODE = 36;
  private static final float LEAST_SCALE = 0.4f;
  private static final float STEP = 0.1f;

  private final Pen pen;
  private final PrintedTicket ticket;
  private final TicketWords words;

  TicketSheet(Pen pen, PrintedTicket ticket, TicketWords words) {
    this.pen = pen;
    this.ticket = ticket;
    this.words = words;
  }

  void draw(PrintFormat format) throws IOException {
    switch (format) {
      case A4 -> drawA4();
      case THERMAL -> drawThermal();
    }
  }

  /** The text on the left, the code on the right, both in one frame. */
  private void drawA4() throws IOException {
    float width = PrintFormat.A4.width - 2 * A4_MARGIN;
    float top = PrintFormat.A4.height - A4_MARGIN;
    float left = A4_MARGIN + GAP;
    float textWidth = width - A4_CODE - 3 * GAP;
    float end = text(pen, left, top - GAP, textWidth, 20, 1);
    float codeLeft = A4_MARGIN + width - GAP - A4_CODE;
    float codeBottom = top - GAP - A4_CODE;
    pen.squares(QrCode.of(ticket.code()), codeLeft, codeBottom, A4_CODE);
    underCode(codeLeft, codeBottom - GAP, A4_CODE);
    float bottom = Math.min(end, codeBottom - GAP - UNDER_CODE) - GAP;
    pen.frame(A4_MARGIN, bottom, width, top - bottom);
  }

  /** One below the other; where the names are long, all of the text is smaller. */
  private void drawThermal() throws IOException {
    float width = PrintFormat.THERMAL.width - 2 * THERMAL_MARGIN;
    float top = PrintFormat.THERMAL.height - THERMAL_MARGIN;
    float codeTop = THERMAL_MARGIN + UNDER_CODE + GAP + THERMAL_CODE;
    float scale = 1;
    while (scale > LEAST_SCALE
        && text(pen.dry(), THERMAL_MARGIN, top, width, 15, scale) < codeTop + GAP) {
      scale -= STEP;
    }
    text(pen, THERMAL_MARGIN, top, width, 15, scale);
    float codeLeft = (PrintFormat.THERMAL.width - THERMAL_CODE) / 2;
    pen.squares(QrCode.of(ticket.code()), codeLeft, codeTop - THERMAL_CODE, THERMAL_CODE);
    underCode(THERMAL_MARGIN, codeTop - THERMAL_CODE - GAP, width);
  }

  /** Answers where it ends. */
  private float text(Pen by, float x, float top, float width, float titleSize, float scale)
      throws IOException {
    Style small = Style.SMALL.times(scale);
    Style text = Style.TEXT.times(scale);
    Style strong = Style.STRONG.times(scale);
    float y = marks(by, x, top, width);
    y = by.paragraph(ticket.operator().value(), x, y, width, text);
    RegistrationNumber licence = ticket.licenceNumber();
    if (licence != null) {
      y = by.paragraph(words.licence + " " + licence, x, y, width, small);
    }
    y = by.paragraph(ticket.title().value(), x, y - 6, width, new Style(titleSize * scale, true));
    y = by.paragraph(words.start(ticket.startsAt()), x, y - 2, width, new Style(12, true));
    y = by.paragraph(ticket.venue().value(), x, y - 2, width, strong);
    y = by.paragraph(ticket.address().value(), x, y, width, text);
    by.rule(x, y - 5, width);
    y -= 10;
    for (Field field : fields()) {
      y = by.paragraph(field.label(), x, y, width, small);
      y = by.paragraph(field.value(), x, y, width, strong) - 4;
    }
    by.rule(x, y - 1, width);
    y = by.paragraph(words.sale(ticket), x, y - 6, width, small);
    return by.paragraph(words.operationNumber + " " + ticket.operationNumber(), x, y, width, small);
  }

  private record Field(String label, String value) {}

  private List<Field> fields() {
    List<Field> fields = new ArrayList<>();
    fields.add(new Field(words.category, ticket.zone()));
    fields.add(new Field(words.place, words.place(ticket)));
    fields.add(new Field(words.priceType, ticket.priceTypeName().value()));
    fields.add(new Field(words.price, words.price(ticket)));
    Proof proof = ticket.proof();
    if (proof != null) {
      fields.add(new Field(words.proofToShow, words.proof(proof)));
    }
    return fields;
  }

  private float marks(Pen by, float x, float top, float width) throws IOException {
    float y = top;
    if (ticket.isTraining()) {
      y = by.paragraph(words.training, x, y, width, new Style(13, true));
    }
    return ticket.isDuplicate()
        ? by.paragraph(words.duplicate, x, y, width, new Style(13, true))
        : y;
  }

  private void underCode(float x, float top, float width) throws IOException {
    String number = words.ticketNumber + " " + ticket.ticketNumber();
    float y = pen.centred(number, x, width, top, new Style(13, true));
    pen.centred(words.codeToType + " " + ticket.typedCode(), x, width, y - 2, Style.TEXT);
  }
}
