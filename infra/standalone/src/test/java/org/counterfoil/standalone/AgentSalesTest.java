package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * An organisation sells another one's tickets on that one's account, by the HTTP contract: the
 * money is in its till, the revenue and the tax are the organiser's, and both sets of books say so.
 */
class AgentSalesTest {

  private final Shop shop = DrivenCounterfoil.running().shop();
  private final Accountancy organiser = theatre();
  private final Accountancy agent = theatre();
  private Map<String, String> office = Map.of();

  private Accountancy theatre() {
    return new Accountancy(shop, "Europe/Paris", "Europe/Paris", "00:00");
  }

  @BeforeEach
  void openAnOffice() {
    organiser.perform("2045-03-14T19:30:00Z", "2045-03-14T21:30:00Z", List.of("25.00@5.5"));
    String token =
        organiser
            .post(
                "/organisations/" + organiser.organisation() + "/api-tokens",
                Map.of("role", "CHANNEL", "label", "Office"))
            .get("token")
            .asString();
    office = Map.of("Authorization", "Bearer " + token);
  }

  @Test
  void whatAnAgentSellsIsInBothBooks_untilTheyAreEven() throws IOException {
    agree();
    Sale sale = sell(1);

    assertThat(sale.paid().status()).as(sale.paid().body().toString()).isEqualTo(201);
    assertThat(sale.paid().body().get("tickets")).hasSize(1);
    assertThat(organiser.entriesAfter(0)).containsExactly("467 25.00 | 487 23.70; 445710 1.30");
    assertThat(agent.entriesAfter(0)).containsExactly("530 25.00 | 467 25.00");

    JsonNode refunded =
        organiser.post(
            "/orders/" + sale.order() + "/refunds",
            Map.of(
                "ticketIds",
                List.of(sale.paid().body().at("/tickets/0/ticketId").asString()),
                "amountMinor",
                1_000,
                "to",
                "ORIGINAL",
                "reasonCode",
                "GOODWILL"));
    Shop.Reply back =
        shop.send(
            "POST",
            "/orders/"
                + sale.order()
                + "/refunds/"
                + refunded.at("/parts/0/refundId").asString()
                + "/payment",
            office,
            Map.of("method", "CASH"));
    assertThat(back.status()).as(back.body().toString()).isEqualTo(200);
    seen(back);

    assertThat(organiser.entriesAfter(1))
        .containsExactly(
            "487 9.48; 4458 0.52 | 4197 10.00", "4197 10.00; 445710 0.52 | 467 10.00; 4458 0.52");
    assertThat(agent.entriesAfter(1)).containsExactly("467 10.00 | 530 10.00");
    assertThat(organiser.balances()).containsEntry("467", 1_500L);
    assertThat(agent.balances()).containsEntry("467", -1_500L);

    assertBalance(organiser, agent, Map.of("soldByIt", 2_500L, "refundedByIt", 1_000L), 1_500);
    assertBalance(agent, organiser, Map.of("soldForIt", 2_500L, "refundedForIt", 1_000L), -1_500);
    long before = organiser.position();

    agent.postBooks("/agent-settlements", settlement(organiser, -1_500));
    organiser.postBooks("/agent-settlements", settlement(agent, 1_500));

    assertBalance(
        organiser,
        agent,
        Map.of("soldByIt", 2_500L, "refundedByIt", 1_000L, "received", 1_500L),
        0);
    assertBalance(
        agent, organiser, Map.of("soldForIt", 2_500L, "refundedForIt", 1_000L, "paid", 1_500L), 0);
    assertThat(organiser.books("/agents?asOf=" + before).get("owedMinor").asLong())
        .isEqualTo(1_500);
    assertThat(organiser.books("/agents?from=2100-01-01").at("/agents/0/soldByItMinor").asLong())
        .isZero();
    assertThat(organiser.balances()).doesNotContainKey("467").containsEntry("512", 1_500L);
    assertThat(agent.balances()).doesNotContainKey("467").containsEntry("512", -1_500L);
    for (Accountancy each : List.of(organiser, agent)) {
      assertThat(each.books("/ledgers").get("balanced").asBoolean()).isTrue();
    }
    assertThat(agent.books("/vat?from=2000-01-01&to=2100-01-01").get("rates")).isEmpty();
  }

  /** Each has the other, with these amounts and no others, and owes what account 467 says. */
  private static void assertBalance(
      Accountancy own, Accountancy other, Map<String, Long> amounts, long owed) {
    JsonNode balances = own.books("/agents");
    assertThat(balances.get("agents")).hasSize(1);
    JsonNode line = balances.at("/agents/0");
    assertThat(line.get("organisationId").asString()).isEqualTo(other.organisation());
    for (String column :
        List.of("soldByIt", "refundedByIt", "soldForIt", "refundedForIt", "received", "paid")) {
      assertThat(line.get(column + "Minor").asLong())
          .as(column)
          .isEqualTo(amounts.getOrDefault(column, 0L));
    }
    assertThat(line.get("owedMinor").asLong()).isEqualTo(owed);
    assertThat(own.balances().getOrDefault("467", 0L)).isEqualTo(owed);
  }

  @Test
  void anAgentOfTheOrganisationSellsWhateverIsPerformed() throws IOException {
    String path = "/organisations/" + organiser.organisation() + "/agents";
    Map<String, Object> office =
        Map.of("channel", "OFFICE", "organisationId", agent.organisation());
    assertThat(put(path, office).body().get("code").asString()).isEqualTo("AGENT_HAS_NOT_AGREED");
    ready();
    assertThat(put(path, Map.of("channel", "WEB", "organisationId", agent.organisation())).status())
        .isEqualTo(400);
    assertThat(put(path, office).status()).isEqualTo(200);

    Sale first = sell(1);
    organiser.perform("2045-03-15T19:30:00Z", "2045-03-15T21:30:00Z", List.of("25.00@5.5"));
    Sale second = sell(1);

    assertThat(first.paid().status()).isEqualTo(201);
    assertThat(second.paid().status()).isEqualTo(201);
    assertBalance(organiser, agent, Map.of("soldByIt", 5_000L), 5_000);
    assertBalance(agent, organiser, Map.of("soldForIt", 5_000L), -5_000);
  }

  private Shop.Reply put(String path, Map<String, Object> agentOf) throws IOException {
    return shop.send("PUT", path, Shop.bearer(), Map.of("agents", List.of(agentOf)));
  }

  /** Nobody's books fill with what it did not agree to. */
  @Test
  void anAgentMustHaveAgreed() throws IOException {
    assertThat(name().body().get("code").asString()).isEqualTo("AGENT_HAS_NOT_AGREED");

    Sale sale = sell(1);

    assertThat(sale.paid().status()).as("a channel has no till").isEqualTo(403);
    assertThat(agent.entriesAfter(0)).isEmpty();
  }

  @Test
  void aChannelHandlesNoMoneyOfTheOrganisersOwnSales() throws IOException {
    organiser.sell("CASH", "25.00@5.5");
    organiser.refund(2_500, "TRANSFER");
    JsonNode order = shop.get("/orders/" + organiser.lastOrder());

    Shop.Reply refused =
        shop.send(
            "POST",
            "/orders/"
                + organiser.lastOrder()
                + "/refunds/"
                + order.at("/refunds/0/refundId").asString()
                + "/payment",
            office,
            Map.of("method", "CASH"));

    assertThat(refused.body().get("code").asString()).isEqualTo("NOT_SOLD_BY_AGENT");
  }

  private record Sale(String order, Shop.Reply paid) {}

  private Sale sell(int seat) throws IOException {
    Shop.Reply hold =
        shop.send(
            "POST",
            "/performances/" + organiser.performance() + "/holds",
            office,
            Map.of("seats", List.of("ORCH-A-" + seat)));
    assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
    Shop.Reply order =
        shop.send(
            "POST",
            "/orders",
            Map.of("Hold-Secret", hold.body().get("holdSecret").asString()),
            Map.of(
                "holdId",
                hold.body().get("holdId").asString(),
                "tickets",
                List.of(Map.of("seatId", "ORCH-A-" + seat, "priceType", "TYPE1"))));
    assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
    String id = order.body().get("orderId").asString();
    Shop.Reply paid =
        shop.send(
            "POST",
            "/orders/" + id + "/payments",
            Map.of(
                "Authorization",
                String.valueOf(office.get("Authorization")),
                "Order-Secret",
                order.body().get("orderSecret").asString()),
            Map.of("method", "CASH", "amountMinor", 2_500));
    seen(paid);
    return new Sale(id, paid);
  }

  private void agree() throws IOException {
    ready();
    assertThat(name().status()).isEqualTo(200);
  }

  private void ready() throws IOException {
    Shop.Reply agreed =
        shop.send(
            "PUT",
            "/organisations/" + agent.organisation() + "/principals",
            Shop.bearer(),
            Map.of("principals", List.of(organiser.organisation())));
    assertThat(agreed.status()).as(agreed.body().toString()).isEqualTo(200);
  }

  private Shop.Reply name() throws IOException {
    return shop.send(
        "PUT",
        "/performances/" + organiser.performance() + "/agents",
        Shop.bearer(),
        Map.of(
            "agents",
            List.of(Map.of("channel", "OFFICE", "organisationId", agent.organisation()))));
  }

  private static Map<String, Object> settlement(Accountancy other, long minor) {
    return Map.of(
        "organisationId", other.organisation(), "method", "TRANSFER", "amountMinor", minor);
  }

  /** What was done there is in the books that are asked for next. */
  private void seen(Shop.Reply reply) {
    organiser.seen(reply.position());
    agent.seen(reply.position());
  }
}
