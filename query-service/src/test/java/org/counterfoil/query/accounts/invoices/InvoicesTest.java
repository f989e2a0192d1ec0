package org.counterfoil.query.accounts.invoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.AccountingEvent.CreditNoteIssued;
import org.counterfoil.domain.accounting.AccountingEvent.InvoiceIssued;
import org.counterfoil.domain.accounting.InvoiceLine;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.domain.accounting.InvoiceReference;
import org.counterfoil.domain.accounting.InvoicedLine;
import org.counterfoil.domain.accounting.PaymentTerms;
import org.counterfoil.domain.accounting.Seller;
import org.counterfoil.domain.accounting.Supply;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Invoices and credit notes: listed, among the operations, and printed in two languages. */
class InvoicesTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant MORNING = Instant.parse("2026-12-01T09:00:00Z");
  private static final Seller SELLER =
      new Seller(
          new PublicLabel("Théâtre du Port SCIC"),
          List.of(new PublicLabel("4 quai du Lac"), new PublicLabel("74200 Thonon-les-Bains")),
          new CountryCode("FR"),
          new PublicLabel("SCIC SA à capital variable"),
          new RegistrationNumber("732 829 320"),
          new RegistrationNumber("FR44732829320"),
          new RegistrationNumber("L-R-26-001234"),
          new Iban("FR7630006000011234567890189"));
  private static final PerformanceId PERFORMANCE = new PerformanceId(new UUID(0x7000L, 7));
  private static final Supply SUPPLY =
      new Supply(
          PERFORMANCE,
          new PublicLabel("Phèdre"),
          new PublicLabel("Grand Théâtre"),
          Instant.parse("2027-02-01T19:30:00Z"),
          PARIS);

  private final RunningQueryService service = RunningQueryService.shared();
  private final Till till =
      new Till(service.log(), PARIS, MonthDay.of(1, 1), LocalTime.MIDNIGHT, MORNING);
  private final String token = service.token(Role.ACCOUNTANT, till.organisation());
  private long beforeCredit;

  @BeforeEach
  void invoiceThreeTicketsAndCreditOne() {
    till.schedule(Instant.parse("2027-02-01T19:30:00Z"), PARIS, MORNING);
    OrderId order = till.sell(4, 2_500, "5.5", MORNING);
    till.write(
        MORNING.plusSeconds(60),
        new InvoiceIssued(
            till.organisation(),
            new InvoiceNumber("F2026-000001"),
            LocalDate.of(2026, 12, 1),
            order,
            3,
            SELLER,
            List.of(SUPPLY),
            new InvoiceReference("BC-2026-114"),
            House.EUR,
            List.of(
                line("Plein tarif", "5.5", 2_370, 130, 1, 2, 4), line("Dîner", "10", 909, 91, 3)),
            List.of(
                beside(LineProduct.FEE, "Frais de dossier", "20", 167, 33),
                beside(LineProduct.DONATION, null, "0", 1_000, 0)),
            2_500,
            new PaymentTerms(
                LocalDate.of(2026, 12, 31),
                new PublicLabel("trois fois le taux d'intérêt légal"),
                4_000)));
    beforeCredit = service.log().last();
    till.write(
        MORNING.plusSeconds(120),
        new CreditNoteIssued(
            till.organisation(),
            new InvoiceNumber("A2026-000001"),
            LocalDate.of(2026, 12, 2),
            order,
            4,
            new InvoiceNumber("F2026-000001"),
            SELLER,
            List.of(SUPPLY),
            TicketReason.ILLNESS,
            House.EUR,
            List.of(line("Plein tarif", "5.5", 2_370, 130, 1)),
            List.of(beside(LineProduct.FEE, "Frais de dossier", "20", 167, 33))));
  }

  private static InvoiceLine line(
      String name, String rate, long net, long tax, Integer... tickets) {
    return new InvoiceLine(
        PERFORMANCE,
        new ZoneName("Orchestre"),
        new PublicLabel(name),
        new TaxRate(rate),
        net,
        tax,
        List.of(tickets));
  }

  private static InvoicedLine beside(
      LineProduct product, @Nullable String name, String rate, long net, long tax) {
    return new InvoicedLine(
        new LineId(new UUID(0x7000L, net)),
        product,
        name == null ? null : new PublicLabel(name),
        1,
        new TaxRate(rate),
        net,
        tax);
  }

  @Test
  void theyAreListedWhole_asOfAnyMoment() {
    JsonNode items = get("/invoices").get("items");

    assertThat(items.size()).isEqualTo(2);
    JsonNode invoice = items.get(0);
    assertThat(invoice.at("/number").asString()).isEqualTo("F2026-000001");
    assertThat(invoice.at("/kind").asString()).isEqualTo("INVOICE");
    assertThat(invoice.at("/netMinor").asLong()).isEqualTo(9_186);
    assertThat(invoice.at("/taxMinor").asLong()).isEqualTo(514);
    assertThat(invoice.at("/grossMinor").asLong()).isEqualTo(9_700);
    assertThat(invoice.at("/owedMinor").asLong()).isEqualTo(2_500);
    assertThat(invoice.at("/byRate/2/taxMinor").asLong()).isEqualTo(91);
    assertThat(invoice.at("/lines/0/ticketNumbers").size()).isEqualTo(3);
    assertThat(invoice.at("/beside/0/name").asString()).isEqualTo("Frais de dossier");
    assertThat(invoice.at("/beside/1/name").isMissingNode()).isTrue();
    assertThat(invoice.at("/beside/1/grossMinor").asLong()).isEqualTo(1_000);
    assertThat(invoice.at("/seller/vatNumber").asString()).isEqualTo("FR44732829320");
    JsonNode note = get("/invoices/A2026-000001");
    assertThat(note).isEqualTo(items.get(1));
    assertThat(note.at("/invoice").asString()).isEqualTo("F2026-000001");
    assertThat(note.at("/reason").asString()).isEqualTo("ILLNESS");
    assertThat(get("/invoices?from=2026-12-02").get("items").size()).isEqualTo(1);
    assertThat(get("/invoices?asOf=" + beforeCredit).get("items").size()).isEqualTo(1);
    assertThat(get("/invoices?limit=1").get("nextCursor").isNull()).isFalse();
  }

  @Test
  void theyAreAmongTheOperations_andBookNothing() {
    JsonNode operations = get("/operations").get("items");

    assertThat(operations.at("/1/kind").asString()).isEqualTo("INVOICE");
    assertThat(operations.at("/1/invoiceNumber").asString()).isEqualTo("F2026-000001");
    assertThat(operations.at("/1/orderId").asString())
        .isEqualTo(operations.at("/0/orderId").asString());
    assertThat(operations.at("/1/entryNumber").isMissingNode()).isTrue();
    assertThat(operations.at("/2/kind").asString()).isEqualTo("CREDIT_NOTE");
    assertThat(get("/journal").get("items").size()).as("the sale alone").isEqualTo(1);
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
  }

  @Test
  void theyArePrintedInTwoLanguages_theSameBytesEachTime() throws Exception {
    byte[] invoice = bytes("/invoices/F2026-000001.pdf");

    assertThat(bytes("/invoices/F2026-000001.pdf")).isEqualTo(invoice);
    assertThat(text(invoice))
        .contains(
            "Facture n° F2026-000001",
            "Théâtre du Port SCIC",
            "4 quai du Lac",
            "SCIC SA à capital variable",
            "SIREN 732 829 320",
            "N° de TVA FR44732829320",
            "Licence d'entrepreneur de spectacles L-R-26-001234",
            "Émise le 01/12/2026.",
            "BC-2026-114",
            "Phèdre, 01/02/2027 20:30",
            "Billets n° 1–4",
            "Frais de dossier",
            "Don, hors champ de la TVA",
            "91,86",
            "5,14",
            "97,00",
            "Réglé à l'émission : 72,00 EUR",
            "Reste à payer à l'émission : 25,00 EUR",
            "À payer au plus tard le 31/12/2026.",
            "FR76 3000 6000 0112 3456 7890 189",
            "trois fois le taux d'intérêt légal",
            "40,00 EUR");
    assertThat(text(bytes("/invoices/A2026-000001.pdf?language=en")))
        .contains(
            "Credit note A2026-000001",
            "Of invoice F2026-000001.",
            "Reason: illness.",
            "Issued on 2 Dec 2026.",
            "25.00")
        .doesNotContain("Still to be paid", "By transfer");
    assertThat(response("/invoices/F2026-000001.pdf?language=de").statusCode()).isEqualTo(400);
    assertThat(response("/invoices/F2026-000009.pdf").statusCode()).isEqualTo(404);
    assertThat(response("/invoices/F2026-000009").body()).contains("UNKNOWN_INVOICE");
    assertThat(response("/invoices/1").statusCode()).isEqualTo(400);
  }

  @Test
  void theyAreOnAPage_withWhatTheyBelongTo() {
    String page =
        service
            .get(
                "/organisations/"
                    + till.organisation()
                    + "/accounts/invoices?from=2026-12-01&lang=en",
                service.upToDate(token))
            .body();

    assertThat(page)
        .contains("F2026-000001", "A2026-000001", "of F2026-000001", "BC-2026-114", "€97.00")
        .contains("-€27.00", "/invoices/F2026-000001.pdf?language=en");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private JsonNode get(String path) {
    var response = response(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }

  private HttpResponse<String> response(String path) {
    return service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(token));
  }

  private byte[] bytes(String path) throws IOException, InterruptedException {
    HttpResponse<byte[]> response =
        service
            .client()
            .send(
                service
                    .request("/api/v1/accounting/" + till.organisation() + path)
                    .headers(service.upToDate(token))
                    .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Disposition")).isPresent();
    return response.body();
  }
}
