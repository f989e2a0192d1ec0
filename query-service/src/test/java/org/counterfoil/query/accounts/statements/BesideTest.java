package org.counterfoil.query.accounts.statements;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Fees and donations stand on statements and in the tax report, beside the receipts. */
class BesideTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant MORNING = Instant.parse("2026-12-01T08:00:00Z");
  private static final String PERIOD = "?from=2026-12-01&to=2026-12-31";

  private final RunningQueryService service = RunningQueryService.shared();
  private final Till till =
      new Till(service.log(), PARIS, MonthDay.of(1, 1), LocalTime.MIDNIGHT, MORNING);
  private final String token = service.token(Role.ACCOUNTANT, till.organisation());

  /** Two tickets of 25.00 with fees of 1.50 and gifts of 10.00; one fee goes back. */
  @BeforeEach
  void sold() {
    till.schedule(Instant.parse("2027-02-01T19:30:00Z"), PARIS, MORNING);
    OrderId first = till.sellWithLines(2_500, 150, 1_000, MORNING);
    till.sellWithLines(2_500, 150, 1_000, MORNING.plusSeconds(60));
    till.giveFeeBack(first, 150, MORNING.plusSeconds(120));
  }

  @Test
  void theTaxReportCountsThemApartFromTickets() {
    JsonNode vat = json("/vat" + PERIOD);

    assertThat(vat.get("tickets").asLong()).isEqualTo(2);
    assertThat(vat.get("lines").asLong()).as("a fee and two gifts").isEqualTo(3);
    assertThat(line(vat, "20").get("lines").asLong()).isEqualTo(1);
    assertThat(line(vat, "20").get("taxMinor").asLong()).isEqualTo(25);
    assertThat(line(vat, "20").get("tickets").asLong()).isZero();
    assertThat(line(vat, "5.5").get("lines").asLong()).isZero();
    assertThat(line(vat, "0").get("lines").asLong()).isEqualTo(2);
    assertThat(text("/reports/vat.csv" + PERIOD))
        .contains("rate,tickets,lines,net", "20,0,1,1.25,0.25,1.50", "0,0,2,20.00,0.00,20.00");
  }

  @Test
  void theTableOfReceiptsHasThemInRowsOfTheirOwn() {
    List<String> rows = text("/reports/receipts.csv" + PERIOD).lines().toList();

    assertThat(rows).hasSize(4);
    assertThat(rows.get(1)).contains(",TICKET,", ",2,0,50.00,47.40,2.60,EUR");
    assertThat(rows).anyMatch(row -> row.endsWith(",DONATION,,,,,0,,,20.00,20.00,0.00,EUR"));
    assertThat(rows)
        .anyMatch(row -> row.endsWith(",FEE,,,Frais de dossier,,20,,,1.50,1.25,0.25,EUR"));
  }

  @Test
  void thePrintAndThePagesShowThem() throws Exception {
    String statement = "/statements-of-receipts.pdf?performanceId=" + till.performance();
    assertThat(print(statement))
        .contains("Vendu outre les billets", "Frais de dossier", "Don", "21,50");
    assertThat(print(statement + "&language=en")).contains("Sold beside tickets", "Donation");
    String pages = "/organisations/" + till.organisation() + "/accounts";
    assertThat(page(pages + "/statements" + PERIOD, "en")).contains("Beside tickets", "€21.50");
    assertThat(page(pages + "/settlements/" + till.performance(), "fr"))
        .contains("Vendu outre les billets", "Frais de dossier", "Don");
  }

  private static JsonNode line(JsonNode vat, String rate) {
    for (JsonNode line : vat.get("rates")) {
      if (line.get("rate").asString().equals(rate)) {
        return line;
      }
    }
    throw new AssertionError("Expected a rate of " + rate + ", but there is none in " + vat);
  }

  private String accounting(String path) {
    return "/api/v1/accounting/" + till.organisation() + path;
  }

  private JsonNode json(String path) {
    return RunningQueryService.json(service.get(accounting(path), service.upToDate(token)));
  }

  private String text(String path) {
    return service.get(accounting(path), service.upToDate(token)).body();
  }

  private String page(String path, String language) {
    return service
        .send(service.request(path, service.upToDate(token)).header("Accept-Language", language))
        .body();
  }

  private String print(String path) throws IOException, InterruptedException {
    byte[] pdf =
        service
            .client()
            .send(
                service.request(accounting(path), service.upToDate(token)).build(),
                BodyHandlers.ofByteArray())
            .body();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }
}
