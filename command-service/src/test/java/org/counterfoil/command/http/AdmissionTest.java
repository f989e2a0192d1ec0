package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** At the door: who is let in, and who is not. */
@ExtendWith(SharedService.class)
class AdmissionTest {

  private final RunningService service;
  private final Theatre theatre;
  private final Api door;

  AdmissionTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.door = Api.of(service).as(theatre.token("ADMISSION"));
  }

  private Answer scan(String code, String gate) {
    return scan(code, gate, theatre.performance, null);
  }

  private Answer scan(String code, String gate, String performance, UUID scanId) {
    return door.post(
        "/admissions",
        "{\"code\":\"%s\",\"gate\":\"%s\"%s%s}"
            .formatted(
                code,
                gate,
                performance == null ? "" : ",\"performanceIds\":[\"" + performance + "\"]",
                scanId == null ? "" : ",\"scanId\":\"" + scanId + "\""));
  }

  private String sold(String seat) {
    return theatre.sell(seat).text("/tickets/0/code");
  }

  private static String reason(Answer answer) {
    assertThat(answer.status()).isEqualTo(200);
    return answer.json().at("/admitted").asBoolean() ? "ADMITTED" : answer.text("/reason");
  }

  @Test
  void aTicketIsLetInOnce_andTheSecondTimeIsToldWhenAndWhere() {
    String code = sold("ORCH-A-1");

    Answer first = scan(code, "EAST");
    Answer second = scan(code, "WEST-2");

    assertThat(reason(first)).isEqualTo("ADMITTED");
    assertThat(first.json().at("/ticketNumber").asInt()).isEqualTo(1);
    assertThat(first.text("/place/seatId")).isEqualTo("ORCH-A-1");
    assertThat(first.text("/place/priceTypeName")).isEqualTo("Plein tarif");
    assertThat(reason(second)).isEqualTo("ALREADY_ADMITTED");
    assertThat(second.text("/earlier/gate")).isEqualTo("EAST");
    assertThat(second.text("/earlier/scannedAt")).isEqualTo(first.text("/scannedAt"));
  }

  @Test
  void aScanThatIsSentAgainGetsItsAnswerAgain_andIsCountedOnce() {
    String code = sold("ORCH-A-1");
    UUID scan = UUID.randomUUID();
    Answer first = scan(code, "EAST", theatre.performance, scan);
    long last = service.log().lastPosition();

    Answer again = scan(code, "EAST", theatre.performance, scan);

    assertThat(reason(first)).isEqualTo("ADMITTED");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Counterfoil-Position"))
        .isEqualTo(first.header("Counterfoil-Position"));
    assertThat(service.log().lastPosition()).isEqualTo(last);
    assertThat(reason(scan(code, "EAST", theatre.performance, UUID.randomUUID())))
        .isEqualTo("ALREADY_ADMITTED");
  }

  @Test
  void whatIsNoneOfOursIsRefused_recorded_andItsTextIsNotKept() {
    String code = sold("ORCH-A-1");
    String forged = code.substring(0, 140) + (code.endsWith("AAAA") ? "BBBB" : "AAAA");
    long before = service.log().lastPosition();

    assertThat(reason(scan("someone@example.org", "EAST"))).isEqualTo("UNKNOWN_CODE");
    assertThat(reason(scan(forged, "EAST"))).isEqualTo("FORGED");
    assertThat(reason(scan("SOMETHING-ELSE", "EAST", null, null))).isEqualTo("UNKNOWN_CODE");

    assertThat(service.log().read(before, 10))
        .hasSize(3)
        .allMatch(event -> event.envelope().name().equals("admission.refused"))
        .noneMatch(event -> new String(event.entry(), UTF_8).contains("someone"));
  }

  @Test
  void aTicketOfAnotherPerformanceIsRefused_andStaysGood() {
    String code = sold("ORCH-A-1");
    String other = theatre.schedule().expecting(201).text("/performanceId");

    Answer refused = scan(code, "EAST", other, null);

    assertThat(reason(refused)).isEqualTo("WRONG_PERFORMANCE");
    assertThat(refused.text("/performanceId")).isEqualTo(theatre.performance);
    assertThat(reason(scan(code, "EAST"))).isEqualTo("ADMITTED");
  }

  @Test
  void onlyTheNewestCodeOfAReissuedTicketIsLetIn() {
    Answer sold = theatre.sell("ORCH-A-1");
    Answer reissued =
        theatre
            .staff()
            .post("/tickets/" + sold.text("/tickets/0/ticketId") + "/reissue", "{}")
            .expecting(201);

    assertThat(reason(scan(sold.text("/tickets/0/code"), "EAST"))).isEqualTo("REISSUED");
    assertThat(reason(scan(reissued.text("/code"), "EAST"))).isEqualTo("ADMITTED");
    assertThat(reason(scan(sold.text("/tickets/0/code"), "EAST"))).isEqualTo("REISSUED");
  }

  @Test
  void aGateThatDoesNotSayWhatItAdmitsToTakesWhatIsDue() {
    String code = sold("ORCH-A-1");

    assertThat(reason(scan(code, "EAST", null, null))).isEqualTo("NOT_YET_OPEN");
    assertThat(reason(scan(code, "EAST"))).isEqualTo("ADMITTED");
  }

  @Test
  void anotherOrganisationsDoorLearnsNothing() {
    Theatre other = Theatre.in(service);
    String theirs = other.sell("ORCH-A-1").text("/tickets/0/code");

    Answer answer = scan(theirs, "EAST");

    assertThat(reason(answer)).isEqualTo("UNKNOWN_CODE");
    assertThat(answer.body()).doesNotContain(other.performance, "ticketNumber");
    assertThat(scan(theirs, "EAST", other.performance, null).outcome())
        .isEqualTo("403 ACCESS_DENIED");
    Api seller = Api.of(service).as(theatre.token("ORGANISER"));
    assertThat(seller.post("/admissions", "{\"code\":\"X\",\"gate\":\"EAST\"}").outcome())
        .isEqualTo("403 ACCESS_DENIED");
  }

  @Test
  void badRequestsChangeNothing() {
    long before = service.log().lastPosition();

    assertThat(scan("X", "east gate").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(scan("X".repeat(1_001), "EAST").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(door.post("/admissions", "{\"gate\":\"EAST\"}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(scan("X", "EAST", new UUID(0, 1).toString(), null).outcome())
        .isEqualTo("404 UNKNOWN_PERFORMANCE");
    assertThat(theatre.admin().post("/admissions", "{\"code\":\"X\",\"gate\":\"A\"}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(service.log().lastPosition()).isEqualTo(before);
  }

  /** Many gates, all at the same instant, some of them with the same scan twice. */
  @Test
  void whereManyGatesScanAtOnce_oneLetsIn() throws Exception {
    List<String> codes = new ArrayList<>();
    for (int seat = 1; seat <= 5; seat++) {
      codes.add(sold("ORCH-B-" + seat));
    }
    int gates = 12;
    for (String code : codes) {
      UUID twice = UUID.randomUUID();
      List<Callable<Answer>> all = new ArrayList<>();
      for (int gate = 0; gate < gates; gate++) {
        UUID id = gate < 2 ? twice : UUID.randomUUID();
        String name = "GATE-" + gate;
        all.add(() -> scan(code, name, theatre.performance, id));
      }
      List<String> outcomes = new ArrayList<>();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (Future<Answer> answer : threads.invokeAll(all)) {
          Answer got = answer.get();
          outcomes.add(
              got.status() == 200 ? got.text("/scanId") + " " + reason(got) : got.outcome());
        }
      }
      assertThat(
              outcomes.stream()
                  .filter(o -> o.endsWith("ADMITTED") && !o.contains("ALREADY"))
                  .distinct())
          .hasSize(1);
      assertThat(outcomes).allMatch(o -> o.endsWith("ADMITTED") || o.equals("409 SCAN_KNOWN"));
    }
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  @Test
  void whatGatesWithoutANetworkScannedIsMerged_duplicatesShownAsSuch() {
    String one = sold("ORCH-A-1");
    String two = sold("ORCH-A-2");
    assertThat(reason(scan(two, "EAST"))).isEqualTo("ADMITTED");
    String at = service.clock().instant().minus(Duration.ofMinutes(5)).toString();
    UUID first = UUID.randomUUID();
    String scans =
        "{\"gate\":\"NORTH\",\"scans\":["
            + offline(first, one, at, true, null)
            + ","
            + offline(UUID.randomUUID(), one, at, true, null)
            + ","
            + offline(UUID.randomUUID(), two, at, true, null)
            + ","
            + offline(UUID.randomUUID(), "GARBAGE", at, false, "UNKNOWN_CODE")
            + ","
            + offline(first, one, at, true, null)
            + "]}";
    String path = "/performances/" + theatre.performance + "/admission-scans";

    Answer merged = door.post(path, scans).expecting(200);
    long last = service.log().lastPosition();
    Answer again = door.post(path, scans).expecting(200);

    assertThat(outcome(merged, 0)).isEqualTo("ADMITTED");
    assertThat(merged.text("/items/0/scannedAt")).isEqualTo(at);
    assertThat(outcome(merged, 1)).isEqualTo("CONTESTED ALREADY_ADMITTED");
    assertThat(merged.text("/items/1/earlier/scanId")).isEqualTo(first.toString());
    assertThat(outcome(merged, 2)).isEqualTo("CONTESTED ALREADY_ADMITTED");
    assertThat(merged.text("/items/2/earlier/gate")).isEqualTo("EAST");
    assertThat(outcome(merged, 3)).isEqualTo("REFUSED UNKNOWN_CODE");
    assertThat(outcome(merged, 4)).isEqualTo("ADMITTED");
    assertThat(merged.json().at("/pending")).isEmpty();
    assertThat(again.body()).isEqualTo(merged.body());
    assertThat(service.log().lastPosition()).isEqualTo(last);
    assertThat(reason(scan(one, "EAST"))).isEqualTo("ALREADY_ADMITTED");
  }

  private static String offline(UUID id, String code, String at, boolean admitted, String reason) {
    return "{\"scanId\":\"%s\",\"code\":\"%s\",\"scannedAt\":\"%s\",\"admitted\":%s%s}"
        .formatted(id, code, at, admitted, reason == null ? "" : ",\"reason\":\"" + reason + "\"");
  }

  private static String outcome(Answer merged, int item) {
    String at = "/items/" + item;
    if (merged.json().at(at + "/admitted").asBoolean()) {
      return "ADMITTED";
    }
    boolean isContested = merged.json().at(at + "/contested").asBoolean();
    return (isContested ? "CONTESTED " : "REFUSED ") + merged.text(at + "/reason");
  }

  @Test
  void theListForGatesWithoutANetworkIsSigned_andHasNoPersons() {
    String code = sold("ORCH-A-1");
    Answer second = theatre.sell("ORCH-A-2");
    theatre
        .staff()
        .post("/tickets/" + second.text("/tickets/0/ticketId") + "/reissue", "{}")
        .expecting(201);
    scan(code, "EAST");

    Answer list = door.get("/performances/" + theatre.performance + "/admission-list");

    String text = new String(Base64.getDecoder().decode(list.expecting(200).text("/list")), UTF_8);
    assertThat(text)
        .contains(
            "{\"ticketNumber\":1,\"issue\":0,\"state\":\"ADMITTED\"}",
            "{\"ticketNumber\":2,\"issue\":1,\"state\":\"VALID\"}");
    assertThat(list.text("/keyId"))
        .isEqualTo(theatre.buyer().get("/ticket-keys").text("/keys/0/keyId"));
    assertThat(Base64.getDecoder().decode(list.text("/signature"))).hasSize(64);
    assertThat(Base64.getDecoder().decode(list.text("/list"))).startsWith('{');
  }
}
