package org.counterfoil.command.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.command.code.TestCodes;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.code.TicketCodes;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.http.access.Secrets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is printed: everything that must stand there, and a code that can be read. */
class TicketPdfTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final TicketCodes CODES = TestCodes.of(new Secrets(new byte[32]));
  private static final TicketCode CODE =
      new TicketCode(PerformanceId.of("01a20667-d019-7000-8bb4-740225c83c9a"), 17, 0);
  private static final PlanSeat SEAT =
      new PlanSeat(
          new SeatId("ORCH-A-12"),
          new ZoneName("STALLS"),
          new PublicLabel("Orchestre"),
          new PublicLabel("A"),
          new PublicLabel("12"),
          1,
          SeatKind.STANDARD,
          false,
          null);

  private final TicketPdf pdf = new TicketPdf();

  static PrintedTicket ticket(long minor, PlanSeat seat, boolean isDuplicate, boolean isTraining) {
    return new PrintedTicket(
        new PublicLabel("Association des Scènes du Lac"),
        new RegistrationNumber("PLATESV-R-2026-001234"),
        17,
        4711,
        seat == null ? "Fosse" : "Première catégorie",
        seat,
        seat == null ? "PIT" : null,
        new PublicLabel(minor == 0 ? "Invitation" : "Plein tarif"),
        new Money(minor, EUR),
        new Money(minor == 0 ? 0 : 130, EUR),
        new TaxRate("5.5"),
        new Money(minor == 0 ? 0 : 150, EUR),
        minor == 0 ? null : Proof.STUDENT,
        new PublicLabel("Le Misanthrope, ou l’Atrabilaire amoureux : une comédie en cinq actes"),
        new PublicLabel("Théâtre de la Cité"),
        new PublicLabel("1 place du Lac, 74000 Annecy"),
        Instant.parse("2026-12-01T19:30:00Z").atZone(ZoneId.of("Europe/Paris")),
        Instant.parse("2026-11-20T23:30:00Z").atZone(ZoneId.of("Europe/Paris")),
        new SalesChannel("COUNTER"),
        CODES.text(CODE),
        CODES.typed(CODE),
        isDuplicate,
        isTraining);
  }

  private static String text(byte[] bytes) throws Exception {
    try (PDDocument document = Loader.loadPDF(bytes)) {
      return new PDFTextStripper().getText(document).replace('\n', ' ').replace('\u00a0', ' ');
    }
  }

  @ParameterizedTest
  @EnumSource(PrintFormat.class)
  void everythingThatATicketCarriesStandsOnIt(PrintFormat format) throws Exception {
    String french =
        text(pdf.of(List.of(ticket(2_500, SEAT, false, false)), format, TicketWords.FR));
    String english =
        text(pdf.of(List.of(ticket(2_500, SEAT, false, false)), format, TicketWords.EN));

    assertThat(french)
        .contains(
            "Association des Scènes du Lac",
            "Licence n° PLATESV-R-2026-001234",
            "Billet n° 17",
            "Opération n° 4711",
            "Première catégorie",
            "Secteur Orchestre · Rang A · Place 12",
            "Plein tarif",
            "25,00 € (dont TVA 5,5 % : 1,30 €; dont frais de 1,50 €)",
            "Justificatif à présenter carte d’étudiant ou d’apprenti",
            "Le Misanthrope",
            "Mardi 1er décembre 2026 à 20:30",
            "Théâtre de la Cité",
            "1 place du Lac, 74000 Annecy",
            "Vendu le 21/11/2026 00:30 · Guichet",
            CODES.typed(CODE))
        .doesNotContain("DUPLICATA", "EXERCICE");
    assertThat(english)
        .contains(
            "Ticket no. 17",
            "Tuesday 1 December 2026, 20:30",
            "€25.00 (including VAT 5.5%: €1.30; of which fee €1.50)",
            "Proof to be shown student or apprentice card",
            "Section Orchestre · Row A · Seat 12",
            "Sold on 21/11/2026 00:30 · Box office");
  }

  @Test
  void whatIsFreeSaysSo_andADuplicateAndATrainingTicketDoToo() throws Exception {
    String comp =
        text(pdf.of(List.of(ticket(0, null, true, true)), PrintFormat.A4, TicketWords.FR));

    assertThat(comp)
        .contains("gratuit", "Placement libre · PIT", "DUPLICATA", "EXERCICE : N’ADMET PERSONNE")
        .doesNotContain("€", "frais", "Justificatif");
  }

  @ParameterizedTest
  @EnumSource(PrintFormat.class)
  void theCodeCanBeReadFromWhatIsPrinted(PrintFormat format) throws Exception {
    assertRead(ticket(2_500, SEAT, true, false), format, format.name());
  }

  @ParameterizedTest
  @EnumSource(PrintFormat.class)
  void theLongestNamesLeaveRoomForTheCode(PrintFormat format) throws Exception {
    PrintedTicket usual = ticket(2_500, SEAT, true, true);
    PublicLabel longest = new PublicLabel("Long ".repeat(40).strip());
    assertRead(
        new PrintedTicket(
            longest,
            usual.licenceNumber(),
            usual.ticketNumber(),
            usual.operationNumber(),
            longest.value(),
            usual.seat(),
            null,
            longest,
            usual.price(),
            usual.tax(),
            usual.taxRate(),
            usual.fee(),
            Proof.ENTITLEMENT,
            longest,
            longest,
            longest,
            usual.startsAt(),
            usual.soldAt(),
            usual.placeOfSale(),
            usual.code(),
            usual.typedCode(),
            true,
            true),
        format,
        format + "-long");
  }

  private void assertRead(PrintedTicket ticket, PrintFormat format, String picture)
      throws Exception {
    byte[] bytes = pdf.of(List.of(ticket), format, TicketWords.FR);
    try (PDDocument document = Loader.loadPDF(bytes)) {
      BufferedImage image = new PDFRenderer(document).renderImageWithDPI(0, 200);
      keep(image, picture);
      int[] pixels =
          image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
      String read =
          new QRCodeReader()
              .decode(
                  new BinaryBitmap(
                      new HybridBinarizer(
                          new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
              .getText();

      assertThat(read).isEqualTo(CODES.text(CODE));
      assertThat(CODES.read(read)).isEqualTo(new TicketCodes.Genuine(CODE));
    }
  }

  /** For whoever wants to look: beside the other results of the build. */
  private static void keep(BufferedImage image, String name) throws Exception {
    Path folder = Files.createDirectories(Path.of("target", "tickets"));
    ImageIO.write(image, "png", folder.resolve(name + ".png").toFile());
  }

  @Test
  void theSameTicketsGiveTheSameBytes() {
    List<PrintedTicket> two =
        List.of(ticket(2_500, SEAT, false, false), ticket(0, null, false, false));

    assertThat(pdf.of(two, PrintFormat.A4, TicketWords.FR))
        .isEqualTo(new TicketPdf().of(two, PrintFormat.A4, TicketWords.FR))
        .isNotEqualTo(pdf.of(two.subList(0, 1), PrintFormat.A4, TicketWords.FR));
  }

  @Test
  void whatTheFontDoesNotHaveIsAQuestionMark() throws Exception {
    PrintedTicket strange = ticket(2_500, SEAT, false, false);
    PrintedTicket renamed =
        new PrintedTicket(
            new PublicLabel("舞台 🎭"),
            null,
            1,
            2,
            strange.zone(),
            strange.seat(),
            null,
            strange.priceTypeName(),
            strange.price(),
            strange.tax(),
            strange.taxRate(),
            new Money(0, EUR),
            null,
            strange.title(),
            strange.venue(),
            strange.address(),
            strange.startsAt(),
            strange.soldAt(),
            new SalesChannel("WEB"),
            strange.code(),
            strange.typedCode(),
            false,
            false);

    assertThat(text(pdf.of(List.of(renamed), PrintFormat.THERMAL, TicketWords.EN)))
        .contains("?? ?", "Online")
        .doesNotContain("Licence", "fee", "Proof");
  }
}
