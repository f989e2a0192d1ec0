package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tickets as whoever bought them prints them, and the calendar's entry. */
@ExtendWith(SharedService.class)
class TicketPrintTest {

  private final Theatre theatre;

  TicketPrintTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void whoeverHasTheOrdersSecretPrintsItsTickets() throws Exception {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1", "ORCH-A-2").expecting(201);
    Answer order = theatre.order(theatre.buyer(), hold).expecting(201);
    String all = "/orders/" + order.text("/orderId") + "/tickets.pdf";
    Api buyer = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    assertThat(buyer.get(all).outcome()).isEqualTo("409 ORDER_NOT_COMPLETED");
    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201);
    String one = "/tickets/" + paid.text("/tickets/1/ticketId") + ".pdf";

    byte[] printed = buyer.bytes(one);
    String operation = paid.header("Counterfoil-Position");

    assertThat(text(printed))
        .contains("Billet n° 2", "Opération n° " + operation, "En ligne", "Scènes SCIC");
    assertThat(text(buyer.bytes(all + "?format=thermal&language=en")))
        .contains("Ticket no. 1", "Ticket no. 2", "Online");
    assertThat(buyer.bytes(one)).isEqualTo(printed);
    assertThat(buyer.get(one).header("Content-Type")).isEqualTo("application/pdf");
    assertThat(theatre.staff().get(one).status()).isEqualTo(200);
    assertThat(theatre.buyer().get(one).outcome()).isEqualTo("401 UNAUTHENTICATED");
    assertThat(buyer.get(one + "?format=A5").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(buyer.get(one + "?language=de").outcome()).isEqualTo("400 INVALID_REQUEST");

    theatre
        .staff()
        .post("/tickets/" + paid.text("/tickets/1/ticketId") + "/reissue", "{}")
        .expecting(201);
    assertThat(text(buyer.bytes(one))).contains("DUPLICATA", "Billet n° 2");
  }

  @Test
  void aPerformanceGoesIntoACalendar() {
    Answer entry = theatre.buyer().get("/performances/" + theatre.performance + ".ics");

    assertThat(entry.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
    assertThat(entry.body())
        .contains("SUMMARY:Le Cid\r\n", "LOCATION:Théâtre\\, 1 place du Lac\r\n");
  }
}
