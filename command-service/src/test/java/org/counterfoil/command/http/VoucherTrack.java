package org.counterfoil.command.http;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.command.http.Api.Answer;

/**
 * Orders of two performances that all want to be paid with one voucher, which is enough for one of
 * them, at once and through several services.
 */
final class VoucherTrack {

  private static final int CLIENTS = 4;

  private static final String PLAN =
      """
      {"name":"Arène","zones":[{"name":"FLOOR","rank":1}],"sections":[],
       "areas":[{"name":"PIT","zone":"FLOOR","capacity":5000}]}
      """;

  private static final String PRICES =
      """
      {"FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":1500,"taxRate":"5.5"}]}
      """;

  private final List<? extends Served> services;
  private final String organisation;
  private final List<String> performances;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  VoucherTrack(List<? extends Served> services) {
    this.services = services;
    Arena arena = new Arena(Api.of(services.getFirst()).admin(), PLAN);
    this.organisation = arena.organisation();
    this.performances =
        List.of(
            arena.schedule("2099-06-01T18:00:00Z", PRICES),
            arena.schedule("2099-06-02T18:00:00Z", PRICES));
  }

  /** The outcomes of the payments. */
  List<String> race() throws Exception {
    String code = voucher();
    List<Callable<Answer>> payments = new ArrayList<>();
    for (int client = 0; client < CLIENTS; client++) {
      Answer order = order(performances.get(client / 2 % performances.size()));
      Api buyer =
          Api.of(services.get(client % services.size()))
              .with("Order-Secret", order.text("/orderSecret"));
      payments.add(
          () ->
              buyer.post(
                  "/orders/" + order.text("/orderId") + "/payments",
                  "{\"method\":\"VOUCHER\",\"amountMinor\":1500,\"voucherCode\":\"%s\"}"
                      .formatted(code)));
    }
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    List<Future<Answer>> running = new ArrayList<>();
    for (Callable<Answer> payment : payments) {
      running.add(
          threads.submit(
              () -> {
                start.await();
                return payment.call();
              }));
    }
    List<String> outcomes = new ArrayList<>();
    for (Future<Answer> one : running) {
      outcomes.add(one.get().outcome());
    }
    return outcomes;
  }

  /** Sold alone, at the counter. */
  private String voucher() {
    Api admin = Api.of(services.getFirst()).admin();
    Answer order =
        admin
            .post(
                "/orders",
                "{\"organisationId\":\"%s\",\"lines\":[{\"product\":\"VOUCHER\",\"amountMinor\":1500}]}"
                    .formatted(organisation))
            .expecting(201);
    String path = "/orders/" + order.text("/orderId");
    admin.post(path + "/payments", "{\"method\":\"CASH\",\"amountMinor\":1500}").expecting(201);
    return admin.get(path).expecting(200).text("/lines/0/voucherCode");
  }

  private Answer order(String performance) {
    Api admin = Api.of(services.getFirst()).admin();
    Answer hold =
        admin
            .post("/performances/" + performance + "/holds", "{\"area\":\"PIT\",\"quantity\":1}")
            .expecting(201);
    return admin
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"area\":\"PIT\",\"priceType\":\"FULL\"}]}"
                .formatted(hold.text("/holdId")))
        .expecting(201);
  }
}
