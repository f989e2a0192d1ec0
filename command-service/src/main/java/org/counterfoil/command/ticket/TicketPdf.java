package org.counterfoil.command.ticket;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.GregorianCalendar;
import java.util.List;
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

/**
 * Tickets as a PDF, one page each. The same tickets give the same bytes: no clock, no chance. The
 * font (Liberation Sans, SIL Open Font License, from PDFBox's own jar) is embedded, as far as it is
 * used.
 */
final class TicketPdf {

  private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

  private final byte[] font = read();

  byte[] of(List<PrintedTicket> tickets, PrintFormat format, TicketWords words) {
    try (PDDocument document = new PDDocument();
        TrueTypeFont type = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
      describe(document, tickets.getFirst(), words);
      PDFont embedded = PDType0Font.load(document, type, true);
      for (PrintedTicket ticket : tickets) {
        PDPage page = new PDPage(new PDRectangle(format.width, format.height));
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
          Pen pen = new Pen(content, embedded, type.getUnicodeCmapLookup());
          new TicketSheet(pen, ticket, words).draw(format);
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException impossible) {
      throw new UncheckedIOException("Expected to write to memory", impossible);
    }
  }

  /** The id of a document is made of its time otherwise. */
  private static void describe(PDDocument document, PrintedTicket first, TicketWords words) {
    document.setDocumentId(first.operationNumber());
    document.getDocumentCatalog().setLanguage(words.locale.getLanguage());
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(words.ticketNumber + " " + first.ticketNumber() + " · " + first.title());
    information.setCreator("Counterfoil");
    information.setCreationDate(GregorianCalendar.from(first.soldAt()));
    document.setDocumentInformation(information);
  }

  private static byte[] read() {
    try (InputStream in = TicketPdf.class.getResourceAsStream(FONT)) {
      if (in == null) {
        throw new IllegalStateException("Expected the font in PDFBox's jar, but it is missing");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
