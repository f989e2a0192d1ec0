package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Base64;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A price that needs a proof says so from its offer to the door, and what of it is a fee. */
@ExtendWith(SharedService.class)
class ProofTest {

  private static final String PRICES =
      """
      {"STALLS":[{"priceType":"FULL","name":"Étudiant","faceValueMinor":2500,"taxRate":"5.5",
                  "feeMinor":150,"proof":"STUDENT"},
                 {"priceType":"PLAIN","name":"Plein tarif","faceValueMinor":2500,"taxRate":"5.5"}],
       "BALCONY":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":1500,"taxRate":"5.5"}],
       "FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":3000,"taxRate":"2.1"}]}
      """;

  private final Theatre theatre;
  private final String performance;

  ProofTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.performance =
        theatre
            .schedule(
                theatre.performanceWish(
                    service.clock().instant().plus(Duration.ofDays(600)).toString(),
                    PRICES,
                    ",\"confirmOverlap\":true"))
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);
  }

  @Test
  void theOfferTheTicketItsPrintAndTheDoorSayWhatIsToBeShown() throws Exception {
    Answer hold =
        theatre
            .staff()
            .post("/performances/" + performance + "/holds", Theatre.seats("ORCH-A-1", "BALC-A-1"))
            .expecting(201);
    assertThat(hold.text("/offers/STALLS/0/proof")).isEqualTo("STUDENT");
    assertThat(hold.json().at("/offers/STALLS/1").has("proof")).isFalse();
    Answer order = theatre.order(theatre.staff(), hold).expecting(201);

    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 4_000).expecting(201);

    assertThat(paid.text("/tickets/0/proof")).isEqualTo("STUDENT");
    assertThat(paid.json().at("/tickets/0/feeMinor").asLong()).isEqualTo(150);
    assertThat(paid.json().at("/tickets/1").has("proof")).isFalse();
    assertThat(paid.json().at("/tickets/1/feeMinor").asLong()).isZero();
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    assertThat(print(buyer, paid.text("/tickets/0/ticketId"), "fr"))
        .contains("Justificatif à présenter", "carte d’étudiant", "dont frais de 1,50");
    assertThat(print(buyer, paid.text("/tickets/1/ticketId"), "en"))
        .doesNotContain("Proof to be shown", "of which fee");
    Api door = theatre.buyer().as(theatre.token("ADMISSION"));
    assertThat(scan(door, paid.text("/tickets/0/code")).text("/place/proof")).isEqualTo("STUDENT");
    assertThat(scan(door, paid.text("/tickets/1/code")).json().at("/place").has("proof")).isFalse();
    String list =
        new String(
            Base64.getDecoder()
                .decode(
                    door.get("/performances/" + performance + "/admission-list")
                        .expecting(200)
                        .text("/list")),
            UTF_8);
    assertThat(list)
        .contains("\"ticketNumber\":1,\"issue\":0,\"state\":\"ADMITTED\",\"proof\":\"STUDENT\"}")
        .contains("\"ticketNumber\":2,\"issue\":0,\"state\":\"ADMITTED\"}");
  }

  private Answer scan(Api door, String code) {
    return door.post(
            "/admissions",
            "{\"code\":\"%s\",\"gate\":\"EAST\",\"performanceIds\":[\"%s\"]}"
                .formatted(code, performance))
        .expecting(200);
  }

  private static String print(Api buyer, String ticket, String language) throws Exception {
    try (PDDocument document =
        Loader.loadPDF(buyer.bytes("/tickets/" + ticket + ".pdf?language=" + language))) {
      return new PDFTextStripper().getText(document).replace('\n', ' ').replace('\u00a0', ' ');
    }
  }
}
