package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Invoices, and the credit notes that follow by themselves. */
@ExtendWith(SharedService.class)
class InvoiceTest {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final RunningService service;
  private final Theatre theatre;

  InvoiceTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    theatre.setInvoicing(Theatre.INVOICING).expecting(200);
  }

  @AfterEach
  void theLogHolds() {
    assertThat(LogCheck.of(service.log(), PerformanceId.of(theatre.performance)).findings())
        .isEmpty();
  }

  private Answer order(String... seats) {
    return theatre
        .order(theatre.staff(), theatre.hold(theatre.staff(), seats).expecting(201))
        .expecting(201);
  }

  private Answer invoice(Api caller, Answer order, String json) {
    return caller.post("/orders/" + order.text("/orderId") + "/invoice", json);
  }

  private Answer invoice(Answer order, String json) {
    return invoice(theatre.staff(), order, json);
  }

  private Answer refund(Answer order, String ticket, String more) {
    return theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/refunds",
            "{\"ticketIds\":[\"%s\"],\"to\":\"ORIGINAL\",\"reasonCode\":\"ILLNESS\"%s}"
                .formatted(ticket, more))
        .expecting(201);
  }

  /** The order, once it has so many invoices and credit notes. */
  private Answer awaitInvoices(Answer order, int count) {
    return await()
        .atMost(SOON)
        .until(() -> theatre.look(order), it -> it.json().at("/invoices").size() == count);
  }

  private int ordinal(String number) {
    return Integer.parseInt(number.substring(6));
  }

  @Test
  void whatIsOwedIsOnTheInvoice_andItIsIssuedOnce() {
    Answer order = order("ORCH-A-1", "ORCH-A-2");
    assertThat(invoice(order, "{}").outcome()).isEqualTo("409 ORDER_NOT_COMPLETED");
    theatre.staff().post("/orders/" + order.text("/orderId") + "/account", "").expecting(200);

    Answer invoice = invoice(order, "{\"reference\":\"BC-114\"}").expecting(201);

    assertThat(invoice.text("/number")).matches("F20\\d\\d-000001");
    assertThat(invoice.header("Location"))
        .endsWith("/" + theatre.organisation + "/invoices/" + invoice.text("/number"));
    assertThat(invoice.json().at("/grossMinor").asLong()).isEqualTo(5_000);
    assertThat(invoice.json().at("/taxMinor").asLong()).isEqualTo(260);
    assertThat(invoice.json().at("/paidMinor").asLong()).isZero();
    assertThat(invoice.json().at("/owedMinor").asLong()).isEqualTo(5_000);
    Answer again = invoice(order, "{}");
    assertThat(again.outcome()).isEqualTo("409 ORDER_INVOICED");
    assertThat(again.text("/detail")).contains(invoice.text("/number"));
    theatre.pay(theatre.staff(), order, "TRANSFER", 5_000).expecting(201);
    assertThat(theatre.look(order).json().at("/invoices")).hasSize(1);
    assertThat(theatre.look(order).text("/invoices/0/reference")).isEqualTo("BC-114");
  }

  @Test
  void withoutAnAddressAndTermsNobodyIsInvoiced() {
    Theatre other = Theatre.in(service);
    Answer hold = other.hold(other.staff(), "ORCH-A-1").expecting(201);
    Answer order = other.order(other.staff(), hold).expecting(201);
    other.pay(other.staff(), order, "CASH", 2_500).expecting(201);

    assertThat(invoice(other.staff(), order, "{}").outcome()).isEqualTo("409 INVOICING_NOT_SET");
    assertThat(other.setInvoicing(Theatre.INVOICING.replace("189", "188")).status()).isEqualTo(400);
    assertThat(other.setInvoicing(Theatre.INVOICING.replace("30,", "90,")).outcome())
        .isEqualTo("400 INVOICING_INCOMPLETE");
    other.setInvoicing(Theatre.INVOICING).expecting(200);
    invoice(other.staff(), order, "{}").expecting(201);
  }

  @Test
  void whatComesBackGetsACreditNoteByItself_wholeOrInPart() {
    Answer order = order("ORCH-A-1", "ORCH-A-2", "ORCH-A-3");
    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 7_500).expecting(201);
    refund(order, paid.text("/tickets/0/ticketId"), ",\"amountMinor\":1000");
    Answer invoice = invoice(order, "{}").expecting(201);
    assertThat(invoice.json().at("/grossMinor").asLong()).isEqualTo(6_500);
    assertThat(invoice.json().at("/paidMinor").asLong()).isEqualTo(6_500);

    refund(order, paid.text("/tickets/0/ticketId"), "");
    refund(order, paid.text("/tickets/1/ticketId"), ",\"amountMinor\":833");

    Answer look = awaitInvoices(order, 3);
    assertThat(look.text("/invoices/1/number")).startsWith("A");
    assertThat(look.text("/invoices/1/invoice")).isEqualTo(invoice.text("/number"));
    assertThat(look.json().at("/invoices/1/grossMinor").asLong()).isEqualTo(1_500);
    assertThat(look.json().at("/invoices/2/grossMinor").asLong()).isEqualTo(833);
    assertThat(ordinal(look.text("/invoices/2/number"))).isEqualTo(2);
  }

  @Test
  void anExchangeIsCreditedAndInvoiced_andACancellationCreditsTheRest() {
    Answer order = order("ORCH-A-1", "ORCH-A-2");
    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 5_000).expecting(201);
    invoice(order, "{}").expecting(201);
    Answer hold = theatre.hold(theatre.staff(), "BALC-A-1").expecting(201);
    theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/exchanges",
            """
            {"ticketIds":["%s"],"holdId":"%s","difference":{"to":"CASH"},
             "tickets":[{"seatId":"BALC-A-1","priceType":"FULL"}]}
            """
                .formatted(paid.text("/tickets/0/ticketId"), hold.text("/holdId")))
        .expecting(201);

    Answer exchanged = awaitInvoices(order, 3);
    assertThat(exchanged.json().at("/invoices/1/grossMinor").asLong()).isEqualTo(2_500);
    assertThat(exchanged.text("/invoices/2/number")).matches("F.*-000002");
    assertThat(exchanged.json().at("/invoices/2/grossMinor").asLong()).isEqualTo(1_500);

    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/cancellation",
            "{\"reasonCode\":\"ILLNESS\"}")
        .expecting(202);

    Answer cancelled = awaitInvoices(order, 5);
    assertThat(cancelled.text("/invoices/3/invoice")).endsWith("-000001");
    assertThat(cancelled.json().at("/invoices/3/grossMinor").asLong()).isEqualTo(2_500);
    assertThat(cancelled.text("/invoices/4/invoice")).endsWith("-000002");
    assertThat(cancelled.json().at("/invoices/4/grossMinor").asLong()).isEqualTo(1_500);
  }

  /** Eight orders, each of them asked for twice at once. */
  @Test
  void manyInvoicesAtOnce_eachHasTheNextNumber() throws Exception {
    List<Answer> orders =
        IntStream.rangeClosed(1, 8)
            .mapToObj(seat -> order("ORCH-B-" + seat))
            .peek(order -> theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201))
            .toList();
    AtomicInteger next = new AtomicInteger();

    List<Answer> answers =
        Parallel.run(16, () -> invoice(orders.get(next.getAndIncrement() % 8), "{}"));

    assertThat(
            answers.stream()
                .filter(answer -> answer.status() == 201)
                .map(answer -> ordinal(answer.text("/number")))
                .sorted())
        .containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    assertThat(answers.stream().filter(answer -> answer.status() != 201).map(Answer::outcome))
        .hasSize(8)
        .containsOnly("409 ORDER_INVOICED");
  }

  @Test
  void whatIsFreeOrForTrainingIsNotInvoiced_andABuyerDoesNotAsk() {
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-1").expecting(201);
    Answer free =
        theatre
            .staff()
            .post(
                "/orders",
                """
                {"holdId":"%s","tickets":[
                 {"seatId":"ORCH-A-1","priceType":"COMP","reasonCode":"PRESS"}]}
                """
                    .formatted(hold.text("/holdId")))
            .expecting(201);
    assertThat(invoice(free, "{}").outcome()).isEqualTo("409 NOTHING_TO_INVOICE");
    String copy =
        theatre
            .admin()
            .post("/performances/" + theatre.performance + "/training-copies", "{}")
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + copy + "/onsale", "{}").expecting(202);
    Answer rehearsed =
        theatre
            .staff()
            .post("/performances/" + copy + "/holds", Theatre.seats("ORCH-A-1"))
            .expecting(201);
    Answer training = theatre.order(theatre.staff(), rehearsed).expecting(201);
    theatre.staff().post("/orders/" + training.text("/orderId") + "/account", "").expecting(200);
    assertThat(invoice(training, "{}").outcome()).isEqualTo("409 TRAINING_NOT_INVOICED");
    Api buyer = theatre.buyer().with("Order-Secret", free.text("/orderSecret"));
    assertThat(invoice(buyer, free, "{}").status()).isEqualTo(401);
    assertThat(invoice(free, "{\"reference\":\"Mme Martin\"}").status()).isEqualTo(400);
    assertThat(invoice(free, "{\"buyer\":\"Mme Martin\"}").status()).isEqualTo(400);
  }
}
