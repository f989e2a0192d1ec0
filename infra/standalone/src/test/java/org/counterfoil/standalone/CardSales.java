package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sells a performance's places to stand, most of them by card through the simulated provider and
 * every seventh order for cash, and checks afterwards that all of the money went back once.
 */
final class CardSales {

  static final Map<String, String> ILLNESS = Map.of("reasonCode", "ILLNESS");

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MOST = 10;
  private static final int PRICE = 2_500;
  private static final int SELLERS = 8;

  private final Shop shop;
  private final String performance;
  private final Random random;
  private final List<Sold> orders;

  private record Sold(String orderId, int quantity, boolean isByCard) {
    long paidMinor() {
      return (long) quantity * PRICE;
    }
  }

  CardSales(Shop shop, String performance, Random random) {
    this(shop, performance, random, Collections.synchronizedList(new ArrayList<>()));
  }

  private CardSales(Shop shop, String performance, Random random, List<Sold> orders) {
    this.shop = shop;
    this.performance = performance;
    this.random = random;
    this.orders = orders;
  }

  /** The same sales, looked at through another process. */
  CardSales in(Shop other) {
    return new CardSales(other, performance, random, orders);
  }

  int orders() {
    return orders.size();
  }

  /** Sells so many in orders of one to ten. */
  void sell(int tickets) throws Exception {
    List<Future<?>> sellers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(SELLERS)) {
      int left = tickets;
      for (int order = 1; left > 0; order++) {
        int quantity = Math.min(left, 1 + random.nextInt(MOST));
        boolean isByCard = order % 7 != 0;
        sellers.add(threads.submit(() -> orders.add(sell(quantity, isByCard))));
        left -= quantity;
      }
      for (Future<?> one : sellers) {
        one.get();
      }
    }
    await()
        .atMost(Duration.ofMinutes(5))
        .until(
            () ->
                shop.get("/dashboards/performances/" + performance).get("sold").asInt() == tickets);
  }

  private Sold sell(int quantity, boolean isByCard) throws IOException {
    Map<String, Object> places = Map.of("area", "PIT", "quantity", quantity);
    JsonNode hold = created("/performances/" + performance + "/holds", Map.of(), places);
    Map<String, Object> wish =
        Map.of(
            "holdId",
            hold.get("holdId").asString(),
            "tickets",
            List.of(Map.of("area", "PIT", "quantity", quantity, "priceType", "FULL")));
    JsonNode order =
        created("/orders", Map.of("Hold-Secret", hold.get("holdSecret").asString()), wish);
    String id = order.get("orderId").asString();
    Map<String, Object> payment =
        Map.of("method", isByCard ? "CARD" : "CASH", "amountMinor", quantity * PRICE);
    if (isByCard) {
      Map<String, Object> online = new HashMap<>(payment);
      online.put("reference", "AUTO");
      created(
          "/orders/" + id + "/payments",
          Map.of("Order-Secret", order.get("orderSecret").asString()),
          online);
    } else {
      created("/orders/" + id + "/payments", Shop.bearer(), payment);
    }
    return new Sold(id, quantity, isByCard);
  }

  private JsonNode created(String path, Map<String, String> headers, Map<String, Object> body)
      throws IOException {
    Shop.Reply reply = shop.send("POST", path, headers, body);
    assertThat(reply.status()).as("%s", reply.body()).isEqualTo(201);
    return reply.body();
  }

  /** Of the first paid by card a whole ticket, of the second a part of one. */
  void refundSomeBefore() {
    List<Sold> byCard = orders.stream().filter(Sold::isByCard).toList();
    refund(byCard.get(0), PRICE);
    refund(byCard.get(1), 1_000);
  }

  private void refund(Sold order, long amountMinor) {
    String ticket = look(order).at("/tickets/0/ticketId").asString();
    shop.post(
        "/orders/" + order.orderId() + "/refunds",
        Map.of(
            "ticketIds",
            List.of(ticket),
            "amountMinor",
            amountMinor,
            "to",
            "ORIGINAL",
            "reasonCode",
            "GOODWILL"));
  }

  private JsonNode look(Sold order) {
    return shop.get("/orders/" + order.orderId());
  }

  /** All that was paid is refunded, by card it has gone back, in cash somebody must come for it. */
  void verifyOrders(JsonNode refunds) {
    for (Sold order : orders) {
      JsonNode look = look(order);
      long minor = 0;
      for (JsonNode refund : look.get("refunds")) {
        minor += refund.get("amountMinor").asLong();
        assertThat(refund.get("isPaid").asBoolean()).as("%s", look).isEqualTo(order.isByCard());
      }
      assertThat(minor).as("%s", look).isEqualTo(order.paidMinor());
    }
    assertThat(refunds.get("totalMinor").asLong()).isEqualTo(paidMinor() - PRICE - 1_000);
    assertThat(refunds.get("atCounter").asLong())
        .isEqualTo(orders.stream().filter(order -> !order.isByCard()).count());
    assertThat(refunds.get("paidMinor").asLong())
        .isEqualTo(refunds.get("totalMinor").asLong() - cashMinor());
  }

  private long paidMinor() {
    return orders.stream().mapToLong(Sold::paidMinor).sum();
  }

  private long cashMinor() {
    return orders.stream().filter(order -> !order.isByCard()).mapToLong(Sold::paidMinor).sum();
  }

  /** What the provider itself wrote down: each refund once, of each payment all of it. */
  void verifyProvider(Path data) throws IOException {
    Map<String, Long> left = new HashMap<>();
    Set<String> refunds = new HashSet<>();
    for (String line : Files.readAllLines(data.resolve("simulated-card-provider.jsonl"))) {
      JsonNode step = JSON.readTree(line);
      long amount = step.path("amountMinor").asLong(0);
      switch (step.get("kind").asString()) {
        case "BEGUN" -> left.put(step.get("id").asString(), amount);
        case "REFUNDED" -> {
          assertThat(refunds.add(step.get("id").asString())).as("once: %s", line).isTrue();
          left.merge(step.get("paymentId").asString(), -amount, Long::sum);
        }
        default -> {}
      }
    }
    assertThat(left).hasSize((int) orders.stream().filter(Sold::isByCard).count());
    assertThat(left.values()).as("what the provider still has of each payment").containsOnly(0L);
  }

  /** Nothing is sold, and nothing is owed but what was paid in cash. */
  void verifyBooks() {
    JsonNode dashboard = shop.get("/dashboards/performances/" + performance);
    assertThat(dashboard.get("sold").asLong()).isZero();
    assertThat(dashboard.get("grossMinor").asLong()).isZero();
    String books = "/accounting/" + dashboard.get("organisationId").asString();
    assertThat(shop.get(books + "/ledgers").get("balanced").asBoolean()).isTrue();
    Map<String, Long> balances = new HashMap<>();
    for (JsonNode line : shop.get(books + "/trial-balance").get("accounts")) {
      balances.put(line.get("account").asString(), line.get("balanceMinor").asLong());
    }
    assertThat(balances)
        .containsEntry("487", 0L)
        .containsEntry("511", 0L)
        .containsEntry("530", cashMinor())
        .containsEntry("4197", -cashMinor());
    assertThat(balances.get("4458") + balances.get("445710"))
        .as("tax falls when the cash goes back")
        .isZero();
  }
}
