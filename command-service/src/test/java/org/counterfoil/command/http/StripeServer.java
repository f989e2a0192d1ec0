package org.counterfoil.command.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Behaves like Stripe towards its library: sessions, payments and refunds, keys by which a call is
 * made once, calls whose answer is lost. It tells nothing by itself: tests deliver what they like.
 */
final class StripeServer implements AutoCloseable {

  static final String KEY = "sk_test_of_the_tests";

  private static final long SHORTEST_SESSION = 30 * 60;

  private final HttpServer http;
  private final Map<String, Map<String, Object>> sessions = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> intents = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> refunds = new LinkedHashMap<>();
  private final Map<String, String> parametersByKey = new HashMap<>();
  private final Map<String, String> answersByKey = new HashMap<>();
  private Clock clock = Clock.systemUTC();
  private final AtomicInteger atGate = new AtomicInteger();
  private volatile Gate gate = Gate.OPEN;
  private String callsToLose = "";
  private int answersToLose;
  private int made;

  StripeServer() {
    try {
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    http.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    http.createContext("/", this::serve);
    http.start();
  }

  String url() {
    return "http://localhost:" + http.getAddress().getPort();
  }

  synchronized void follow(Clock other) {
    clock = other;
  }

  /** The next calls are done, and nobody hears the answer. */
  synchronized void loseAnswers(int number) {
    loseAnswers("", number);
  }

  /** The same for calls that begin so, such as {@code POST /v1/refunds}. */
  synchronized void loseAnswers(String calls, int number) {
    callsToLose = calls;
    answersToLose = number;
  }

  /** Calls that begin so wait before they are done. */
  private record Gate(String calls, CountDownLatch opening) {
    private static final Gate OPEN = new Gate("none", new CountDownLatch(0));
  }

  /** From now on calls that begin so wait until the gate is opened. */
  void closeGate(String calls) {
    gate = new Gate(calls, new CountDownLatch(1));
  }

  void openGate() {
    gate.opening().countDown();
    gate = Gate.OPEN;
  }

  /** How many calls wait. */
  int atGate() {
    return atGate.get();
  }

  private void pass(String call) {
    Gate closed = gate;
    if (call.startsWith(closed.calls())) {
      atGate.incrementAndGet();
      try {
        closed.opening().await();
      } catch (InterruptedException stopping) {
        Thread.currentThread().interrupt();
      } finally {
        atGate.decrementAndGet();
      }
    }
  }

  /** The sessions of a payment; there must be one at most. */
  synchronized List<Map<String, Object>> sessionsOf(String payment) {
    return sessions.values().stream()
        .filter(session -> payment.equals(metadata(session).get("counterfoil_payment")))
        .map(session -> (Map<String, Object>) new TreeMap<>(session))
        .toList();
  }

  synchronized List<Map<String, Object>> refundsOf(String payment) {
    Object session = sessionsOf(payment).getFirst().get("payment_intent");
    return refunds.values().stream()
        .filter(refund -> refund.get("payment_intent").equals(session))
        .map(refund -> (Map<String, Object>) new TreeMap<>(refund))
        .toList();
  }

  /** The buyer pays on Stripe's page. */
  Map<String, Object> pay(String payment) {
    Map<String, Object> session = sessionsOf(payment).getFirst();
    return pay(payment, (Long) session.get("amount_total"), (String) session.get("currency"));
  }

  /** The buyer pays another amount, or in another currency, than was asked for. */
  synchronized Map<String, Object> pay(String payment, long amount, String currency) {
    Map<String, Object> session = sessions.get(sessionsOf(payment).getFirst().get("id"));
    if (!"open".equals(session.get("status"))) {
      throw new IllegalStateException("Expected an open session, but it is " + session);
    }
    String intent = "pi_" + ++made;
    session.put("status", "complete");
    session.put("payment_status", "paid");
    session.put("amount_total", amount);
    session.put("currency", currency);
    session.put("payment_intent", intent);
    Map<String, Object> paid = new LinkedHashMap<>();
    paid.put("id", intent);
    paid.put("object", "payment_intent");
    paid.put("status", "succeeded");
    paid.put("amount_received", amount);
    paid.put("currency", currency);
    paid.put("metadata", metadata(session));
    intents.put(intent, paid);
    return new LinkedHashMap<>(session);
  }

  /** The bank says what became of refunds that are under way. */
  synchronized void settleRefunds(String status) {
    refunds
        .values()
        .forEach(
            refund -> {
              if ("pending".equals(refund.get("status"))) {
                refund.put("status", status);
              }
            });
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    pass(exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath());
    Answer answer = answer(exchange, body);
    byte[] bytes = answer.json().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.getResponseHeaders().add("Request-Id", "req_1");
    exchange.sendResponseHeaders(answer.status(), bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private record Answer(int status, String json) {
    static Answer of(Map<String, Object> thing) {
      return new Answer(200, Api.JSON.writeValueAsString(thing));
    }

    static Answer fault(int status, String type, String message) {
      return new Answer(
          status,
          Api.JSON.writeValueAsString(Map.of("error", Map.of("type", type, "message", message))));
    }
  }

  private synchronized Answer answer(HttpExchange exchange, String body) {
    if (!("Bearer " + KEY).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return Answer.fault(401, "invalid_request_error", "No such key");
    }
    String method = exchange.getRequestMethod();
    String path = exchange.getRequestURI().getPath();
    String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
    Answer answer = once(method, path, key, body, exchange.getRequestURI().getRawQuery());
    if (answersToLose > 0 && (method + " " + path).startsWith(callsToLose)) {
      answersToLose--;
      return Answer.fault(500, "api_error", "Nobody heard the answer");
    }
    return answer;
  }

  private Answer once(String method, String path, String key, String body, String query) {
    if (!method.equals("POST") || key == null) {
      return act(method, path, form(method.equals("POST") ? body : query));
    }
    if (!answersByKey.containsKey(key)) {
      Answer first = act(method, path, form(body));
      if (first.status() == 200) {
        parametersByKey.put(key, path + body);
        answersByKey.put(key, first.json());
      }
      return first;
    }
    return parametersByKey.get(key).equals(path + body)
        ? new Answer(200, answersByKey.get(key))
        : Answer.fault(400, "idempotency_error", "Keys can only be used with the same parameters");
  }

  private Answer act(String method, String path, Map<String, String> form) {
    String[] parts = path.substring("/v1/".length()).split("/");
    String what = method + " " + parts[0] + (parts.length > 1 ? "/" + parts[1] : "");
    return switch (what) {
      case "POST checkout/sessions" -> parts.length == 2 ? begin(form) : end(parts[2]);
      case "GET checkout/sessions" -> Answer.of(sessions.get(parts[2]));
      case "GET payment_intents/search" -> search(form.get("query"));
      case "GET refunds" -> list(form.get("payment_intent"));
      case "POST refunds" -> giveBack(form);
      default ->
          what.startsWith("GET payment_intents/") && intents.containsKey(parts[1])
              ? Answer.of(intents.get(parts[1]))
              : Answer.fault(404, "invalid_request_error", "Unrecognized request " + what);
    };
  }

  private Answer begin(Map<String, String> form) {
    if (Long.parseLong(form.get("expires_at"))
        < clock.instant().getEpochSecond() + SHORTEST_SESSION) {
      return Answer.fault(400, "invalid_request_error", "expires_at must be 30 minutes ahead");
    }
    String id = "cs_" + ++made;
    Map<String, Object> session = new LinkedHashMap<>();
    session.put("id", id);
    session.put("object", "checkout.session");
    session.put("url", url() + "/pay/" + id);
    session.put("status", "open");
    session.put("payment_status", "unpaid");
    session.put("amount_total", Long.parseLong(form.get("line_items[0][price_data][unit_amount]")));
    session.put("currency", form.get("line_items[0][price_data][currency]"));
    session.put(
        "metadata",
        Map.of(
            "counterfoil_order", form.get("payment_intent_data[metadata][counterfoil_order]"),
            "counterfoil_payment", form.get("metadata[counterfoil_payment]")));
    sessions.put(id, session);
    return Answer.of(session);
  }

  private Answer end(String id) {
    Map<String, Object> session = sessions.get(id);
    if (!"open".equals(session.get("status"))) {
      return Answer.fault(400, "invalid_request_error", "Only open sessions can be expired");
    }
    session.put("status", "expired");
    return Answer.of(session);
  }

  private Answer search(String query) {
    return page(
        "search_result",
        intents.values().stream()
            .filter(
                intent -> query.contains("'" + metadata(intent).get("counterfoil_payment") + "'"))
            .toList());
  }

  private Answer list(String intent) {
    return page(
        "list",
        refunds.values().stream()
            .filter(refund -> refund.get("payment_intent").equals(intent))
            .toList());
  }

  private static Answer page(String object, List<Map<String, Object>> data) {
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("object", object);
    page.put("has_more", false);
    page.put("url", "/v1/things");
    page.put("data", new ArrayList<>(data));
    return Answer.of(page);
  }

  private Answer giveBack(Map<String, String> form) {
    long amount = Long.parseLong(form.get("amount"));
    String intent = form.get("payment_intent");
    long before =
        refunds.values().stream()
            .filter(refund -> refund.get("payment_intent").equals(intent))
            .filter(refund -> !"failed".equals(refund.get("status")))
            .mapToLong(refund -> (Long) refund.get("amount"))
            .sum();
    if (before + amount > (Long) intents.get(intent).get("amount_received")) {
      return Answer.fault(400, "invalid_request_error", "Refund amount is greater than unrefunded");
    }
    Map<String, Object> refund = new LinkedHashMap<>();
    refund.put("id", "re_" + ++made);
    refund.put("object", "refund");
    refund.put("status", "pending");
    refund.put("amount", amount);
    refund.put("payment_intent", intent);
    refund.put(
        "metadata",
        Map.of(
            "counterfoil_order", form.get("metadata[counterfoil_order]"),
            "counterfoil_refund", form.get("metadata[counterfoil_refund]")));
    refunds.put((String) refund.get("id"), refund);
    return Answer.of(refund);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, String> metadata(Map<String, Object> thing) {
    return (Map<String, String>) thing.get("metadata");
  }

  private static Map<String, String> form(String encoded) {
    Map<String, String> form = new HashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
      String[] parts = pair.split("=", 2);
      form.put(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
    }
    return form;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    openGate();
    http.stop(0);
  }
}
