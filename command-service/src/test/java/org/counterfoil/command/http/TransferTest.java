package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A ticket that is given to somebody else: the giver's secrets and codes are worth nothing. */
@ExtendWith(SharedService.class)
class TransferTest {

  private final RunningService service;
  private final Theatre theatre;
  private final Answer order;
  private final Api giver;
  private final String ticket;
  private final String oldCode;

  TransferTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    this.order = theatre.order(theatre.buyer(), hold).expecting(201);
    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201);
    this.giver = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    this.ticket = paid.text("/tickets/0/ticketId");
    this.oldCode = paid.text("/tickets/0/code");
  }

  @AfterEach
  void theLogIsSound() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  @Test
  void theNewHolderOpensIt_andTheGiverNoMore() throws Exception {
    assertThat(giver.get(path("")).text("/code")).isEqualTo(oldCode);

    Answer given = giver.post(path("/transfer"), "{}").expecting(201);

    assertThat(given.json().at("/ticketNumber").asInt()).isEqualTo(1);
    assertThat(given.json().at("/issue").asInt()).isEqualTo(1);
    assertThat(given.json().has("code")).as("it is the new holder's to see").isFalse();
    Api holder = theatre.buyer().with("Ticket-Secret", given.text("/ticketSecret"));
    Answer held = holder.get(path("")).expecting(200);
    assertThat(held.text("/code")).hasSize(144).isNotEqualTo(oldCode);
    assertThat(print(holder.bytes(path(".pdf"))))
        .contains("Billet n° 1")
        .as("there is one of it")
        .doesNotContain("DUPLICATA");
    assertThat(giver.get(path("")).outcome()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(giver.get(path(".pdf")).outcome()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(giver.with("Ticket-Secret", order.text("/orderSecret")).get(path("")).outcome())
        .isEqualTo("403 ACCESS_DENIED");
    Answer listed = giver.get("/orders/" + order.text("/orderId") + "/tickets").expecting(200);
    assertThat(listed.json().at("/items/0/isTransferred").asBoolean()).isTrue();
    assertThat(listed.json().at("/items/0").has("code")).isFalse();
    assertThat(listed.json().at("/items/1").has("code")).isTrue();
    String print = print(giver.bytes("/orders/" + order.text("/orderId") + "/tickets.pdf"));
    assertThat(print).contains("Billet n° 2").doesNotContain("Billet n° 1");
    assertThat(theatre.staff().get(path("")).text("/code")).isEqualTo(held.text("/code"));
    assertThat(Theatre.in(service).staff().get(path("")).outcome()).isEqualTo("403 ACCESS_DENIED");
  }

  @Test
  void theDoorRefusesTheOldCodeByName_andGatesWithoutANetworkKnowIt() {
    Answer given = giver.post(path("/transfer"), "{}").expecting(201);
    Api holder = theatre.buyer().with("Ticket-Secret", given.text("/ticketSecret"));
    Api door = theatre.buyer().as(theatre.token("ADMISSION"));

    assertThat(scan(door, oldCode)).isEqualTo("TRANSFERRED");
    theatre.staff().post(path("/reissue"), "{}").expecting(201);
    assertThat(scan(door, oldCode)).isEqualTo("TRANSFERRED");
    assertThat(scan(door, holder.get(path("")).text("/code"))).isEqualTo("ADMITTED");

    String list =
        new String(
            Base64.getDecoder()
                .decode(
                    door.get("/performances/" + theatre.performance + "/admission-list")
                        .expecting(200)
                        .text("/list")),
            UTF_8);
    assertThat(list)
        .contains(
            "{\"ticketNumber\":1,\"issue\":2,\"state\":\"ADMITTED\",\"transferredIssue\":1}",
            "{\"ticketNumber\":2,\"issue\":0,\"state\":\"VALID\"}");
    assertThat(holder.post(path("/transfer"), "{}").outcome()).isEqualTo("409 TICKET_ADMITTED");
  }

  @Test
  void whoReceivedItGivesItToHimselfOnceMore_andIsTheOnlyOneWhoHasIt() {
    String first = giver.post(path("/transfer"), "{}").expecting(201).text("/ticketSecret");
    Api receiver = theatre.buyer().with("Ticket-Secret", first);

    String own = receiver.post(path("/transfer"), "{}").expecting(201).text("/ticketSecret");

    assertThat(own).isNotEqualTo(first);
    assertThat(receiver.get(path("")).outcome()).isEqualTo("403 ACCESS_DENIED");
    assertThat(receiver.post(path("/transfer"), "{}").outcome())
        .isEqualTo("409 TICKET_TRANSFERRED");
    assertThat(giver.post(path("/transfer"), "{}").outcome()).isEqualTo("409 TICKET_TRANSFERRED");
    assertThat(theatre.buyer().with("Ticket-Secret", own).get(path("")).status()).isEqualTo(200);
  }

  @Test
  void anAnswerThatWasLostIsGivenAgain() {
    Api once = giver.with("Idempotency-Key", UUID.randomUUID().toString());
    Answer given = once.post(path("/transfer"), "{}").expecting(201);

    Answer again = once.post(path("/transfer"), "{}").expecting(201);

    assertThat(again.body()).isEqualTo(given.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(theatre.staff().get(path("")).json().at("/issue").asInt()).isEqualTo(1);
  }

  @Test
  void whatIsVoidOrNobodysIsNotGivenAway() {
    assertThat(theatre.buyer().post(path("/transfer"), "{}").outcome())
        .isEqualTo("401 UNAUTHENTICATED");
    assertThat(
            theatre.buyer().with("Order-Secret", "wrong").post(path("/transfer"), "{}").outcome())
        .isEqualTo("403 ACCESS_DENIED");
    assertThat(giver.post("/tickets/00000000-0000-7000-8000-000000000000/transfer", "{}").outcome())
        .isEqualTo("404 UNKNOWN_TICKET");
    theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/voids",
            "{\"ticketIds\":[\"%s\"],\"reasonCode\":\"DUPLICATE\"}".formatted(ticket))
        .expecting(201);
    assertThat(giver.post(path("/transfer"), "{}").outcome()).isEqualTo("409 TICKET_VOID");
  }

  @Test
  void whatIsOnAccountIsTheBuyersUntilItIsPaid() {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-B-1").expecting(201);
    Answer owing = theatre.order(theatre.staff(), hold).expecting(201);
    String id = owing.text("/orderId");
    theatre.staff().post("/orders/" + id + "/account", "").expecting(200);
    String owed = theatre.staff().get("/orders/" + id + "/tickets").text("/items/0/ticketId");

    Answer refused = theatre.staff().post("/tickets/" + owed + "/transfer", "{}");

    assertThat(refused.outcome()).isEqualTo("409 ORDER_NOT_PAID");
    theatre.pay(theatre.staff(), owing, "TRANSFER", 2_500).expecting(201);
    theatre.staff().post("/tickets/" + owed + "/transfer", "{}").expecting(201);
  }

  private String path(String end) {
    return "/tickets/" + ticket + end;
  }

  private String scan(Api door, String code) {
    Answer answer =
        door.post(
                "/admissions",
                "{\"code\":\"%s\",\"gate\":\"EAST\",\"performanceIds\":[\"%s\"]}"
                    .formatted(code, theatre.performance))
            .expecting(200);
    return answer.json().at("/admitted").asBoolean() ? "ADMITTED" : answer.text("/reason");
  }

  private static String print(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }
}
