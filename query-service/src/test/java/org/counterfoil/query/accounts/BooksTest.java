package org.counterfoil.query.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.query.given.EntryLines.lines;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.query.given.BoxOffice;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract's "Accounts", over HTTP. */
class BooksTest {

  private final RunningQueryService service = RunningQueryService.shared();
  private Onsale given;
  private String token;

  @BeforeEach
  void onsale() {
    given = Onsale.on(service);
    token = service.token(Role.ACCOUNTANT, given.organisation());
  }

  /** 4200 at 5.5 % is 3981 net and 219 tax. */
  @Test
  void aSaleIsAnEntryThatBalances() {
    given.office().sellSeats(given.performance(), 0, 2);

    JsonNode journal = get("/journal");

    JsonNode entry = journal.at("/items/0");
    assertThat(journal.at("/items").size()).isEqualTo(1);
    assertThat(journal.get("nextCursor").isNull()).isTrue();
    assertThat(entry.get("entryNumber").asLong()).isEqualTo(1);
    assertThat(entry.get("journal").asString()).isEqualTo("VT");
    assertThat(entry.get("date").asString()).isEqualTo("2026-10-01");
    assertThat(entry.get("validatedAt").asString()).isEqualTo("2026-10-01T08:00:00Z");
    assertThat(entry.get("pieceRef").asString()).isEqualTo("OP-1");
    assertThat(entry.get("label").asString())
        .isEqualTo("Vente 2 billets, Phèdre, 31/10/2026 09:00");
    assertThat(entry.get("position").asLong()).isPositive();
    assertThat(entry.get("currency").asString()).isEqualTo("EUR");
    assertThat(lines(entry))
        .containsExactly(
            "530 Caisse 8400 0",
            "487 Produits constatés d'avance 0 7962",
            "445710 TVA collectée 0 438");
  }

  /** 2800 is 2654 and 146. The difference is one line, and the statement counts both tickets. */
  @Test
  void anExchangeIsOneEntry_withItsDifferenceInTheMoneyThatWasTaken() {
    given.office().sellSeats(given.performance(), 66, 1);
    Order order = given.office().completedOrders(given.performance()).getFirst();
    HoldId hold = given.office().hold(given.performance(), 0, 1);

    assertThat(given.office().decide(exchange(order, hold, PaymentMethod.CARD))).isTrue();

    JsonNode entry = get("/journal").at("/items/1");
    assertThat(entry.get("label").asString()).startsWith("Échange de billets");
    assertThat(lines(entry))
        .containsExactly(
            "487 Produits constatés d'avance 2654 0",
            "445710 TVA collectée 146 0",
            "511 Cartes à encaisser 1400 0",
            "487 Produits constatés d'avance 0 3981",
            "445710 TVA collectée 0 219");
    assertThat(get("/operations").at("/items/1/kind").asString()).isEqualTo("EXCHANGE");
    assertThat(get("/ledgers").get("balanced").asBoolean()).isTrue();
    assertThat(get("/ledgers").get("salesMinor").asLong()).isEqualTo(4_200);
    assertThat(get("/vat").get("taxMinor").asLong()).isEqualTo(219);
    JsonNode statement =
        get("/statements-of-receipts?performanceId=" + given.performance()).at("/items/0");
    assertThat(statement.get("issued").asLong()).isEqualTo(2);
    assertThat(statement.get("voided").asLong()).isEqualTo(1);
    assertThat(statement.get("receiptsMinor").asLong()).isEqualTo(4_200);
  }

  private ExchangeTickets exchange(Order order, HoldId hold, PaymentMethod method) {
    BoxOffice office = given.office();
    return new ExchangeTickets(
        order.placed().orderId(),
        given.performance(),
        List.of(order.tickets().getFirst().issued().ticket().ticketId()),
        hold,
        List.of(
            new TicketWish(
                new TicketId(office.id()), office.plan().seat(0).id(), null, House.FULL, null)),
        House.WEB,
        method,
        null,
        null,
        null,
        new PaymentId(office.id()),
        List.of(new RefundId(office.id())));
  }

  @Test
  void ledgersTrialBalanceTaxAndOperationsAgree() {
    given.office().sellSeats(given.performance(), 0, 2);
    given.office().sellSeats(given.performance(), 10, 1);

    JsonNode ledgers = get("/ledgers");
    assertThat(ledgers.get("salesMinor").asLong()).isEqualTo(12_600);
    assertThat(ledgers.get("cashMinor").asLong()).isEqualTo(12_600);
    assertThat(ledgers.get("receivablesMinor").asLong()).isZero();
    assertThat(ledgers.get("settledReceivablesMinor").asLong()).isZero();
    assertThat(ledgers.get("balanced").asBoolean()).isTrue();
    assertThat(ledgers.get("currency").asString()).isEqualTo("EUR");
    assertThat(ledgers.at("/byMethod/0/method").asString()).isEqualTo("CASH");

    JsonNode vat = get("/vat?from=2026-10-01&to=2026-10-31");
    assertThat(vat.at("/rates/0/rate").asString()).isEqualTo("5.5");
    assertThat(vat.at("/rates/0/netMinor").asLong()).isEqualTo(3 * 3_981);
    assertThat(vat.at("/rates/0/taxMinor").asLong()).isEqualTo(3 * 219);
    assertThat(vat.at("/rates/0/grossMinor").asLong()).isEqualTo(12_600);
    assertThat(vat.at("/rates/0/tickets").asLong()).isEqualTo(3);
    assertThat(get("/vat?from=2026-11-01").at("/rates").size()).isZero();

    JsonNode balance = get("/trial-balance");
    List<String> accounts = new ArrayList<>();
    balance
        .get("accounts")
        .forEach(a -> accounts.add(a.get("account").asString() + " " + a.get("balanceMinor")));
    assertThat(accounts).containsExactly("445710 -657", "487 -11943", "530 12600");

    JsonNode operations = get("/operations");
    assertThat(operations.at("/items/1/number").asLong()).isEqualTo(2);
    assertThat(operations.at("/items/1/kind").asString()).isEqualTo("SALE");
    assertThat(operations.at("/items/1/entryNumber").asLong()).isEqualTo(2);
    assertThat(operations.at("/items/1/cause").asString()).hasSize(36);
    assertThat(operations.at("/items/1/actor").asString()).startsWith("SYSTEM:");
    assertThat(operations.at("/items/1/payments/0/amountMinor").asLong()).isEqualTo(4_200);
  }

  @Test
  void statementsAndSettlementTellTheSame() {
    given.office().sellSeats(given.performance(), 0, 2);
    given.office().sellSeats(given.performance(), 66, 1);

    for (String which : List.of("performanceId=" + given.performance(), "day=2026-10-01")) {
      JsonNode body = get("/statements-of-receipts?" + which);
      JsonNode statement = body.at("/items/0");
      assertThat(statement.get("production").asString()).isEqualTo("Phèdre");
      assertThat(statement.get("venue").asString()).isEqualTo("Grand Théâtre");
      assertThat(statement.get("capacity").asLong()).isEqualTo(128);
      assertThat(statement.get("issued").asLong()).isEqualTo(3);
      assertThat(statement.get("voided").asLong()).isZero();
      assertThat(statement.get("receiptsMinor").asLong()).isEqualTo(11_200);
      assertThat(statement.at("/categories").size()).isEqualTo(2);
      assertThat(statement.at("/categories/1/zone").asString()).isEqualTo("STALLS");
      assertThat(statement.at("/categories/1/priceMinor").asLong()).isEqualTo(4_200);
      assertThat(statement.at("/categories/1/issued").asLong()).isEqualTo(2);
      assertThat(body.get("taxMinor").asLong()).isEqualTo(2 * 219 + 146);
    }
    assertThat(get("/statements-of-receipts?day=2026-10-02").at("/items").size()).isZero();
    JsonNode settlement = get("/settlements/" + given.performance());
    assertThat(settlement.get("stage").asString()).isEqualTo("COMING");
    assertThat(settlement.get("deferredMinor").asLong()).isEqualTo(11_200 - 2 * 219 - 146);
    assertThat(settlement.get("earnedMinor").asLong()).isZero();
  }

  @Test
  void pastBooksAreAnsweredByPositionAndByTime() {
    given.office().sellSeats(given.performance(), 0, 1);
    long afterTheFirst = service.log().last();
    var then = given.office().now();
    given.office().advance(Duration.ofDays(1));
    given.office().sellSeats(given.performance(), 1, 1);

    for (String asOf : List.of("?asOf=" + afterTheFirst, "?asOf=" + then)) {
      assertThat(get("/ledgers" + asOf).get("salesMinor").asLong()).isEqualTo(4_200);
      assertThat(get("/journal" + asOf).at("/items").size()).isEqualTo(1);
      assertThat(get("/trial-balance" + asOf).get("debitMinor").asLong()).isEqualTo(4_200);
      assertThat(get("/operations" + asOf).at("/items").size()).isEqualTo(1);
      assertThat(get("/vat" + asOf).get("tickets").asLong()).isEqualTo(1);
    }
    assertThat(get("/ledgers").get("salesMinor").asLong()).isEqualTo(8_400);
    assertThat(get("/ledgers?from=2026-10-02").get("salesMinor").asLong()).isEqualTo(4_200);
  }

  @Test
  void theJournalComesInPagesAndBadQuestionsAreRefused() {
    for (int seat = 0; seat < 3; seat++) {
      given.office().sellSeats(given.performance(), seat, 1);
    }
    JsonNode first = get("/journal?limit=2");
    assertThat(first.at("/items").size()).isEqualTo(2);
    JsonNode second = get("/journal?limit=2&cursor=" + first.get("nextCursor").asString());
    assertThat(second.at("/items/0/entryNumber").asLong()).isEqualTo(3);
    for (String wrong :
        List.of(
            "/journal?from=yesterday",
            "/journal?from=2026-02-30",
            "/vat?from=2026-02-02&to=2026-02-01",
            "/ledgers?asOf=soon",
            "/vat?from=-999999999-01-01",
            "/statements-of-receipts",
            "/statements-of-receipts?day=2026-01-01&performanceId=" + given.performance())) {
      assertThat(response(wrong).statusCode()).as(wrong).isEqualTo(400);
    }
    assertThat(response("/settlements/" + given.organisation()).statusCode()).isEqualTo(404);
  }

  @Test
  void whatIsForTrainingIsNumberedApartAndInNoTotal() {
    var training =
        given
            .office()
            .training(
                given.organisation(),
                given.venue(),
                "Répétition",
                Onsale.START.plus(Duration.ofDays(30)));
    given.office().sellSeats(training, 0, 5);
    given.office().sellSeats(given.performance(), 0, 1);

    assertThat(get("/ledgers").get("salesMinor").asLong()).isEqualTo(4_200);
    assertThat(get("/journal").at("/items").size()).isEqualTo(1);
    assertThat(get("/vat").get("tickets").asLong()).isEqualTo(1);
    JsonNode apart = get("/operations?training=true");
    assertThat(apart.at("/items/0/number").asLong()).isEqualTo(1);
    assertThat(apart.at("/items/0/isTraining").asBoolean()).isTrue();
    assertThat(apart.at("/items/0/salesMinor").asLong()).isZero();
    assertThat(get("/statements-of-receipts?day=2026-10-01").at("/items").size()).isEqualTo(1);
  }

  private JsonNode get(String path) {
    HttpResponse<String> response = response(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Counterfoil-Position")).isPresent();
    return RunningQueryService.json(response);
  }

  private HttpResponse<String> response(String path) {
    return service.get(
        "/api/v1/accounting/" + given.organisation() + path, service.upToDate(token));
  }
}
