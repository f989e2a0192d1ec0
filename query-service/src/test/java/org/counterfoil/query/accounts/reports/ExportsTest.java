package org.counterfoil.query.accounts.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.counterfoil.query.live.RunningProjection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Files that leave the house: read here as their readers would, not by the code that wrote them.
 */
class ExportsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Charset ANSI = Charset.forName("windows-1252");
  private static final LocalDate DAY = LocalDate.of(2026, 12, 30);

  private final RunningQueryService service = RunningQueryService.shared();
  private Till till;
  private String token;

  /** The day ends at three: a sale at half past one of the next morning belongs to it. */
  @BeforeEach
  void aDayOfSales() {
    till =
        new Till(
            service.log(),
            PARIS,
            MonthDay.of(1, 1),
            LocalTime.of(3, 0),
            Instant.parse("2026-12-30T08:00:00Z"));
    till.schedule(
        Instant.parse("2027-02-01T19:00:00Z"), PARIS, Instant.parse("2026-12-30T08:00:00Z"));
    till.sell(1, 2_500, "5.5", Instant.parse("2026-12-30T10:00:00Z"));
    till.sell(2, 2_500, "5.5", Instant.parse("2026-12-31T00:30:00Z"));
    token = service.token(Role.ACCOUNTANT, till.organisation());
  }

  @Test
  void aSpreadsheetHoldsTheReportInNumbersAndDays() throws Exception {
    byte[] first = bytes("/reports/journal.xlsx");
    Map<String, byte[]> parts = unzipped(first);

    assertThat(parts.keySet())
        .contains("[Content_Types].xml", "_rels/.rels", "xl/workbook.xml", "xl/styles.xml");
    assertThat(xml(parts.get("xl/styles.xml")).getElementsByTagName("cellStyle").getLength())
        .as("strict readers look for a style called Normal")
        .isEqualTo(1);
    Document sheet = xml(parts.get("xl/worksheets/sheet1.xml"));
    List<List<String>> rows = rows(sheet);
    assertThat(rows).hasSize(1 + 2 * 3);
    assertThat(rows.getFirst()).startsWith("entryNumber", "journal", "date");
    assertThat(rows.get(1))
        .startsWith("1", "VT", "46386")
        .contains("Vente 1 billet, Phèdre, 01/02/2027 20:00", "25.00", "0.00");
    assertThat(bytes("/reports/journal.xlsx")).isEqualTo(first);
    for (ReportName name : ReportName.values()) {
      Document other =
          xml(unzipped(bytes("/reports/" + name.word() + ".xlsx")).get("xl/worksheets/sheet1.xml"));
      assertThat(rows(other).getFirst()).as(name.word()).isNotEmpty();
      for (String language : List.of("fr", "en")) {
        Document named =
            xml(
                unzipped(bytes("/reports/" + name.word() + ".xlsx?language=" + language))
                    .get("xl/worksheets/sheet1.xml"));
        assertThat(rows(named).getFirst())
            .as(name.word())
            .hasSameSizeAs(rows(other).getFirst())
            .allMatch(head -> !Character.isLowerCase(head.charAt(0)));
      }
    }
    assertThat(response("/reports/nothing.xlsx").statusCode()).isEqualTo(404);
    assertThat(response("/reports/vat.xlsx?language=de").statusCode()).isEqualTo(400);
  }

  @Test
  void datevGetsPairsThatAddUpToTheEntries() {
    byte[] file = bytes("/datev?to=2026-12-31&consultant=29098&client=55003");
    List<String> lines = new String(file, ANSI).lines().toList();

    assertThat(lines.getFirst())
        .startsWith(
            "\"EXTF\";700;21;\"Buchungsstapel\";13;20261231000000000;;\"CF\";\"\";\"\";29098;55003;20260101;6;20260101;20261231;");
    assertThat(lines.getFirst().split(";", -1)).hasSize(31);
    assertThat(lines.get(1).split(";", -1)).hasSize(125);
    List<String> pairs = new ArrayList<>();
    for (String line : lines.subList(2, lines.size())) {
      String[] cells = line.split(";", -1);
      assertThat(cells).hasSize(125);
      assertThat(lines.get(1).split(";", -1)[113]).isEqualTo("Festschreibung");
      assertThat(cells[113]).isEqualTo("1");
      pairs.add(String.join(" ", cells[0], cells[1], cells[6], cells[7], cells[9], cells[10]));
    }
    assertThat(pairs)
        .containsExactly(
            "23,70 \"S\" 511000 487000 3012 \"OP-1\"",
            "1,30 \"S\" 511000 445710 3012 \"OP-1\"",
            "47,40 \"S\" 511000 487000 3112 \"OP-2\"",
            "2,60 \"S\" 511000 445710 3112 \"OP-2\"");
    assertThat(new String(file, ANSI)).contains("Phèdre");
    assertThat(response("/datev?from=2026-12-31&to=2027-01-01").statusCode()).isEqualTo(400);
    assertThat(response("/datev").statusCode()).isEqualTo(400);
    assertThat(response("/datev?to=2026-12-31&client=0").statusCode()).isEqualTo(400);
  }

  @Test
  void statementsArePrintedInTwoLanguages() throws Exception {
    String path = "/statements-of-receipts.pdf?performanceId=" + till.performance();

    assertThat(text(bytes(path)))
        .contains("Relevé de recettes", "Phèdre", "SIREN 732 829 320", "Plein tarif", "75,00");
    assertThat(text(bytes(path + "&language=en"))).contains("Statement of receipts", "75.00");
    assertThat(response(path + "&language=de").statusCode()).isEqualTo(400);
    assertThat(response("/statements-of-receipts.pdf").statusCode()).isEqualTo(400);
  }

  @Test
  void anArchiveHasTheSameBytesWheneverItIsMade() throws Exception {
    close();
    assertThat(response("/closings/1.zip").statusCode()).as("not sealed yet").isEqualTo(409);
    assertThat(response("/closings/7.zip").statusCode()).isEqualTo(404);
    seal();
    try (LogIntegrity signing = service.sign()) {
      service.awaitSigned();
    }

    byte[] first = bytes("/closings/1.zip");

    Map<String, byte[]> parts = unzipped(first);
    assertThat(parts.keySet())
        .containsExactly(
            "journal.csv",
            "trial-balance.csv",
            "vat.csv",
            "ledgers.csv",
            "operations.csv",
            "receipts.csv",
            "revenue.csv",
            "closing.json",
            "checkpoint.txt",
            "cloture.pdf",
            "LISEZMOI.txt",
            "SHA256SUMS");
    assertThat(string(parts, "journal.csv").lines().toList())
        .as("both sales of the business day")
        .hasSize(1 + 2 * 3);
    assertThat(string(parts, "revenue.csv").lines().skip(1).toList())
        .singleElement()
        .asString()
        .as("the sale of the night is received in the business day, like the journal has it")
        .contains(",Phèdre,", ",COMING,487,0.00,71.10,0.00,0.00,71.10,EUR");
    assertThat(string(parts, "closing.json")).contains("\"totalMinor\":7500");
    assertThat(string(parts, "LISEZMOI.txt")).contains("Clôture n° 1 : journée, du 30/12/2026");
    assertThat(string(parts, "checkpoint.txt")).contains("\n\n— ");
    assertThat(text(parts.get("cloture.pdf"))).contains("Clôture n° 1", "75,00", "Carte");
    for (String line : string(parts, "SHA256SUMS").lines().toList()) {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts.get(line.substring(66)));
      assertThat(line).startsWith(HexFormat.of().formatHex(hash) + "  ");
    }
    till.sell(1, 2_500, "5.5", Instant.parse("2026-12-30T20:00:00Z"));
    Instant moved = Instant.parse("2027-03-01T19:00:00Z");
    till.write(
        Instant.parse("2027-01-10T09:00:00Z"),
        new PerformanceRescheduled(till.performance(), moved, moved.plusSeconds(7_200)));
    assertThat(bytes("/closings/1.zip")).as("what is moved later was not").isEqualTo(first);
    till.write(Instant.parse("2027-03-01T22:00:00Z"), new PerformanceCompleted(till.performance()));
    assertThat(bytes("/closings/1.zip")).as("what comes late is elsewhere").isEqualTo(first);
    rebuild();
    assertThat(bytes("/closings/1.zip")).isEqualTo(first);
  }

  @Test
  void aClosingIsPrintedWithItsCheckpoint() throws Exception {
    close();
    try (LogIntegrity signing = service.sign()) {
      service.awaitSigned();
    }
    assertThat(text(bytes("/closings/1.pdf?language=en")))
        .contains("Closing 1: day of 30 Dec 2026", "75.00", "Checkpoint of the log", "— ");
  }

  private void close() {
    till.closeDay(DAY, Instant.parse("2026-12-31T02:00:00Z"));
  }

  private void seal() {
    response("/closings");
    for (FoundTotals found : service.bean(BooksOverview.class).unsealed()) {
      if (found.organisationId().equals(till.organisation())) {
        till.seal(found, Instant.parse("2026-12-31T02:00:01Z"));
      }
    }
  }

  private void rebuild() throws Exception {
    ProjectionRunner runner =
        service.beans(RunningProjection.class).values().stream()
            .filter(running -> running.name().equals("accounts"))
            .findFirst()
            .orElseThrow()
            .runner();
    runner.rebuild();
    assertThat(runner.awaitPosition(service.log().last(), Duration.ofSeconds(30))).isTrue();
  }

  private static Map<String, byte[]> unzipped(byte[] file) throws IOException {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
      for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
        parts.put(part.getName(), zip.readAllBytes());
      }
    }
    return parts;
  }

  private static String string(Map<String, byte[]> parts, String name) {
    return new String(parts.get(name), StandardCharsets.UTF_8);
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private static Document xml(byte[] part) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(part));
  }

  private static List<List<String>> rows(Document sheet) {
    List<List<String>> rows = new ArrayList<>();
    NodeList found = sheet.getElementsByTagName("row");
    for (int row = 0; row < found.getLength(); row++) {
      NodeList cells = ((Element) found.item(row)).getElementsByTagName("c");
      List<String> texts = new ArrayList<>();
      for (int cell = 0; cell < cells.getLength(); cell++) {
        texts.add(cells.item(cell).getTextContent());
      }
      rows.add(texts);
    }
    return rows;
  }

  private byte[] bytes(String path) {
    HttpResponse<byte[]> response = response(path);
    assertThat(response.statusCode())
        .as(new String(response.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Disposition")).isPresent();
    return response.body();
  }

  private HttpResponse<byte[]> response(String path) {
    try {
      return service
          .client()
          .send(
              service
                  .request(
                      "/api/v1/accounting/" + till.organisation() + path, service.upToDate(token))
                  .build(),
              BodyHandlers.ofByteArray());
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }
}
