package org.counterfoil.query.accounts.exports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.query.given.RunningQueryService;
import org.counterfoil.query.given.Till;
import org.counterfoil.query.live.RunningProjection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The file of entries, and its check. */
class FecTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final Instant OPENED = Instant.parse("2026-10-01T08:00:00Z");

  private final RunningQueryService service = RunningQueryService.shared();
  private Till till;
  private String token;

  @TempDir Path folder;

  @BeforeEach
  void sellAThousand() {
    till = new Till(service.log(), PARIS, MonthDay.of(1, 1), LocalTime.MIDNIGHT, OPENED);
    till.schedule(Instant.parse("2026-12-01T19:00:00Z"), PARIS, OPENED);
    for (int order = 0; order < 100; order++) {
      till.sell(10, 2_500, "5.5", OPENED.plusSeconds(60L * order));
    }
    token = service.token(Role.ACCOUNTANT, till.organisation());
  }

  /** 1,000 × 25.00 at 5.5 % is 1300.00 of tax wherever one looks. */
  @Test
  void aThousandTicketsHaveTheSameTaxEverywhere() {
    long tax = 0;
    for (String line : fec().body().lines().toList()) {
      String[] fields = line.split("\t");
      if (fields[4].equals("445710")) {
        tax += Long.parseLong(fields[12].replace(",", ""));
      }
    }
    assertThat(tax).isEqualTo(130_000);
    assertThat(json("/vat").get("taxMinor").asLong()).isEqualTo(130_000);
    assertThat(json("/vat").get("tickets").asLong()).isEqualTo(1_000);
    assertThat(
            json("/statements-of-receipts?performanceId=" + till.performance())
                .get("taxMinor")
                .asLong())
        .isEqualTo(130_000);
    assertThat(json("/statements-of-receipts?day=2026-10-01").get("taxMinor").asLong())
        .isEqualTo(130_000);
    long journal = 0;
    for (JsonNode entry : json("/journal?limit=500").get("items")) {
      for (JsonNode line : entry.get("lines")) {
        journal +=
            line.get("account").asString().equals("445710") ? line.get("creditMinor").asLong() : 0;
      }
    }
    assertThat(journal).isEqualTo(130_000);
  }

  @Test
  void theFileIsNamedAndSoundAndHasTheSameBytesAlsoAfterARebuild() throws Exception {
    HttpResponse<String> first = fec();
    assertThat(first.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"732829320FEC20261231.txt\"");
    assertThat(first.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/plain");
    assertThat(first.body().lines().toList()).hasSize(1 + 300);
    assertThat(first.body().lines().skip(1).findFirst().orElseThrow())
        .isEqualTo(
            "VT\tVentes de billets\t1\t20261001\t511\tCartes à encaisser\t\t\tOP-1\t20261001\tVente"
                + " 10 billets, Phèdre, 01/12/2026 20:00\t250,00\t0,00\t\t\t20261001\t\t");
    assertThat(FecFile.check("732829320FEC20261231.txt", stream(first.body()))).isEmpty();
    assertThat(fec().body()).isEqualTo(first.body());
    var runner =
        service.beans(RunningProjection.class).values().stream()
            .filter(running -> running.name().equals("accounts"))
            .findFirst()
            .orElseThrow()
            .runner();
    runner.rebuild();
    assertThat(runner.awaitPosition(service.log().last(), java.time.Duration.ofSeconds(30)))
        .isTrue();
    assertThat(fec().body()).isEqualTo(first.body());
  }

  @Test
  void anotherFiscalYearHasItsOwnFileAndADescriptionStandsBeside() {
    HttpResponse<String> next = get("/fec?fiscalYear=2027");
    assertThat(next.body().lines().toList()).hasSize(1);
    assertThat(next.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("FEC20271231.txt");
    assertThat(get("/fec?fiscalYear=soon").statusCode()).isEqualTo(400);
    assertThat(get("/fec?fiscalYear=0").statusCode()).isEqualTo(400);
    assertThat(get("/fec").statusCode()).isEqualTo(400);
    String description = get("/fec/description?fiscalYear=2026").body();
    assertThat(description)
        .contains("732829320FEC20261231.txt", "importé", "n'est pas un certificat")
        .doesNotContainIgnoringCase("certifi\u00e9")
        .doesNotContainIgnoringCase("NF525");
  }

  @Test
  void theEndpointAndTheCommandNameFaults() throws Exception {
    String sound = fec().body();
    JsonNode answer = check(sound);
    assertThat(answer.get("isSound").asBoolean()).isTrue();
    JsonNode found = check(sound.replaceFirst("250,00", "250,01"));
    assertThat(found.get("isSound").asBoolean()).isFalse();
    assertThat(found.at("/findings/0/fault").asString()).isEqualTo("ENTRY_NOT_BALANCED");

    assertThat(command(sound)).isEqualTo("0 sound");
    assertThat(command(sound.replace("\tValidDate", ""))).startsWith("1 COLUMN_MISSING");
    assertThat(command(sound.replace("OP-7\t", "\t"))).startsWith("1 FIELD_EMPTY");
    assertThat(FecCheckCommand.run(new String[0], new PrintStream(new ByteArrayOutputStream())))
        .isEqualTo(2);
  }

  private String command(String text) throws IOException {
    Path file = folder.resolve("732829320FEC20261231.txt");
    Files.writeString(file, text);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    int code =
        FecCheckCommand.run(
            new String[] {file.toString()}, new PrintStream(printed, true, StandardCharsets.UTF_8));
    String first = printed.toString(StandardCharsets.UTF_8).lines().findFirst().orElseThrow();
    return code + " " + first.replaceAll("^.*\\.txt:(\\d+:)? ", "");
  }

  private JsonNode check(String body) {
    HttpRequest.Builder request =
        service
            .request(
                "/api/v1/accounting/"
                    + till.organisation()
                    + "/fec/check?fileName=732829320FEC20261231.txt",
                service.upToDate(token))
            .header("Content-Type", "text/plain;charset=UTF-8")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    HttpResponse<String> response = service.send(request);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return RunningQueryService.json(response);
  }

  private static java.io.InputStream stream(String text) {
    return new java.io.ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private HttpResponse<String> fec() {
    HttpResponse<String> response = get("/fec?fiscalYear=2026");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return response;
  }

  private JsonNode json(String path) {
    return RunningQueryService.json(get(path));
  }

  private HttpResponse<String> get(String path) {
    return service.get("/api/v1/accounting/" + till.organisation() + path, service.upToDate(token));
  }
}
