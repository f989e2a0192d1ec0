package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An organisation that sells by the HTTP contract, and whose books are looked at by it. */
final class Accountancy {

  private static final int SEATS = 30;

  private final Shop shop;
  private final String organisation;
  private final String venue;
  private final String plan;
  private final List<String> priceTypes = new ArrayList<>();
  private String performance = "";
  private long position;
  private int sold;
  private String order = "";
  private List<String> tickets = List.of();
  private String refund = "";
  private String reservation = "";
  private String till = "";
  private String taxCategory = "LIVE_SHOW";
  private List<Map<String, Object>> fees = List.of();
  private String voucherCode = "";
  private String passCode = "";

  Accountancy(Shop shop, String timeZone, String venueZone, String dayEndsAt) {
    this.shop = shop;
    this.organisation =
        post(
                "/organisations",
                Map.of(
                    "name", "Théâtre",
                    "legalName", "Association du théâtre",
                    "country", "FR",
                    "currency", "EUR",
                    "timeZone", timeZone,
                    "siren", "732829320",
                    "dayEndsAt", dayEndsAt))
            .get("organisationId")
            .asString();
    this.venue =
        post(
                "/venues",
                Map.of(
                    "organisationId",
                    organisation,
                    "name",
                    "Grande salle",
                    "address",
                    "1 rue de la Paix",
                    "timeZone",
                    venueZone))
            .get("venueId")
            .asString();
    Map<String, Object> row = Map.of("label", "A", "seatRange", Map.of("from", 1, "to", SEATS));
    this.plan =
        post(
                "/venues/" + venue + "/seating-plans",
                Map.of(
                    "name",
                    "Salle",
                    "zones",
                    List.of(Map.of("name", "STALLS", "rank", 1), Map.of("name", "PIT", "rank", 2)),
                    "sections",
                    List.of(Map.of("name", "ORCH", "zone", "STALLS", "rows", List.of(row))),
                    "areas",
                    List.of(Map.of("name", "FLOOR", "zone", "PIT", "capacity", 1_000))))
            .get("seatingPlanId")
            .asString();
  }

  /** What later productions are for the tax on shows. */
  void produce(String category) {
    taxCategory = category;
  }

  /**
   * A performance on sale at these prices, each as {@code 25.00@5.5}; the sales after it are for
   * it.
   */
  String perform(String startsAt, String endsAt, List<String> prices) {
    String production =
        post(
                "/productions",
                Map.of(
                    "organisationId",
                    organisation,
                    "title",
                    "La Mouette",
                    "genre",
                    "Théâtre",
                    "taxCategory",
                    taxCategory))
            .get("productionId")
            .asString();
    List<Map<String, Object>> offers = new ArrayList<>();
    priceTypes.clear();
    sold = 0;
    for (String price : prices) {
      String[] parts = price.split("[@+]");
      priceTypes.add(price);
      Map<String, Object> offer =
          new LinkedHashMap<>(
              Map.of(
                  "priceType",
                  "TYPE" + priceTypes.size(),
                  "name",
                  "Tarif " + priceTypes.size(),
                  "faceValueMinor",
                  minor(parts[0]),
                  "taxRate",
                  parts[1]));
      if (parts.length > 2) {
        offer.put("pass", parts[2]);
      }
      offers.add(offer);
    }
    Map<String, Object> wish = new LinkedHashMap<>();
    wish.put("productionId", production);
    wish.put("venueId", venue);
    wish.put("seatingPlanId", plan);
    wish.put("startsAt", startsAt);
    wish.put("endsAt", endsAt);
    wish.put("priceList", Map.of("STALLS", offers, "PIT", offers));
    wish.put("fees", fees);
    wish.put("confirmOverlap", true);
    performance = post("/performances", wish).get("performanceId").asString();
    post("/performances/" + performance + "/onsale", Map.of());
    return performance;
  }

  /** Later performances ask for this beside tickets, as {@code 2.00@20}. */
  void askFor(String fee) {
    String[] parts = fee.split("@");
    fees =
        List.of(
            Map.of(
                "fee",
                "BOOKING",
                "name",
                "Frais",
                "amountMinor",
                minor(parts[0]),
                "taxRate",
                parts[1],
                "basis",
                "ORDER"));
  }

  /** Sells a seat. */
  void sell(String method, String price) {
    order(List.of(price));
    pay(method, minor(price.split("@")[0]));
  }

  /**
   * Orders a seat at each price ({@code 18.00@5.5}, or {@code 18.00@5.5+TEN} where such a pass pays
   * for it), with lines that are {@code FEE}, {@code PASS}, {@code DONATION:10.00} or {@code
   * VOUCHER:50.00}.
   */
  void order(List<String> wanted) {
    List<Map<String, Object>> lines = new ArrayList<>();
    for (String word : wanted) {
      if (word.equals("FEE")) {
        lines.add(Map.of("product", "FEE", "fee", "BOOKING"));
      } else if (word.equals("PASS")) {
        lines.add(Map.of("product", "PASS", "pass", "TEN"));
      } else if (word.contains(":")) {
        String[] parts = word.split(":");
        lines.add(Map.of("product", parts[0], "amountMinor", minor(parts[1])));
      }
    }
    List<Map<String, Object>> wishes =
        nextSeats(wanted.stream().filter(word -> word.contains("@")).toList());
    if (wishes.isEmpty()) {
      orderWithoutTickets(lines);
      return;
    }
    order(Map.of("seats", seatsOf(wishes)), wishes, lines);
  }

  private void orderWithoutTickets(List<Map<String, Object>> lines) {
    JsonNode placed = post("/orders", Map.of("organisationId", organisation, "lines", lines));
    order = placed.get("orderId").asString();
    tickets = List.of();
  }

  /** Passes of this kind are sold from now on, as {@code 10x18.00@5.5}. */
  void offerPasses(String kind) {
    String[] parts = kind.split("[x@]");
    Shop.Reply set =
        send(
            "PUT",
            "/organisations/" + organisation + "/pass-offers",
            Shop.bearer(),
            Map.of(
                "offers",
                List.of(
                    Map.of(
                        "pass",
                        "TEN",
                        "name",
                        "Carte",
                        "uses",
                        Integer.parseInt(parts[0]),
                        "useMinor",
                        minor(parts[1]),
                        "taxRate",
                        parts[2],
                        "validDays",
                        365))));
    assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
  }

  /** Later vouchers are single-purpose: taxed at this rate when they are sold. */
  void taxVouchers(String rate) {
    Shop.Reply set =
        send(
            "PUT",
            "/organisations/" + organisation + "/voucher-terms",
            Shop.bearer(),
            Map.of("validDays", 365, "taxRate", rate));
    assertThat(set.status()).as(set.body().toString()).isEqualTo(200);
  }

  /** Whether what goes back of the last order has gone back by itself. */
  boolean hasPaidBack() {
    JsonNode refunds = shop.get("/orders/" + order).get("refunds");
    boolean isPaid = !refunds.isEmpty();
    for (JsonNode refund : refunds) {
      isPaid &= refund.get("isPaid").asBoolean();
    }
    hearOfOrder();
    return isPaid;
  }

  /** Keeps a seat at each price for a party, which then orders them. */
  void reserve(List<String> prices) {
    List<Map<String, Object>> wishes = nextSeats(prices);
    JsonNode made =
        post(
            "/reservations",
            Map.of(
                "performanceId",
                performance,
                "optionUntil",
                "2045-03-01T12:00:00Z",
                "seats",
                seatsOf(wishes)));
    reservation = made.get("reservationId").asString();
    place(made.get("holdId").asString(), Shop.bearer(), wishes, List.of());
  }

  /** Gives the party's places back. */
  void giveUp() {
    Shop.Reply reply = send("DELETE", "/reservations/" + reservation, Shop.bearer(), null);
    assertThat(reply.status()).isEqualTo(204);
    hearOfOrder();
  }

  private List<Map<String, Object>> nextSeats(List<String> prices) {
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (String price : prices) {
      sold++;
      wishes.add(
          Map.of(
              "seatId", "ORCH-A-" + sold, "priceType", "TYPE" + (1 + priceTypes.indexOf(price))));
    }
    return wishes;
  }

  private static List<Object> seatsOf(List<Map<String, Object>> wishes) {
    return wishes.stream().map(wish -> wish.get("seatId")).toList();
  }

  /** Sells places on the floor in one order. */
  void sellFloor(int quantity, String price) {
    order(
        Map.of("area", "FLOOR", "quantity", quantity),
        List.of(
            Map.of(
                "area",
                "FLOOR",
                "quantity",
                quantity,
                "priceType",
                "TYPE" + (1 + priceTypes.indexOf(price)))),
        List.of());
    pay("CASH", quantity * minor(price.split("@")[0]));
  }

  private void order(
      Map<String, Object> places,
      List<Map<String, Object>> wishes,
      List<Map<String, Object>> lines) {
    JsonNode hold = post("/performances/" + performance + "/holds", places);
    Map<String, String> secret = Map.of("Hold-Secret", hold.get("holdSecret").asString());
    place(hold.get("holdId").asString(), secret, wishes, lines);
  }

  /** Orders the same seat of several performances, at their first price each. */
  void orderJointly(List<String> performances, String seat) {
    List<Map<String, Object>> holds = new ArrayList<>();
    List<Map<String, Object>> wishes = new ArrayList<>();
    for (String each : performances) {
      JsonNode hold = post("/performances/" + each + "/holds", Map.of("seats", List.of(seat)));
      holds.add(
          Map.of(
              "holdId",
              hold.get("holdId").asString(),
              "holdSecret",
              hold.get("holdSecret").asString()));
      wishes.add(Map.of("seatId", seat, "priceType", "TYPE1"));
    }
    order = post("/orders", Map.of("holds", holds, "tickets", wishes)).get("orderId").asString();
    tickets = List.of();
  }

  private void place(
      String hold,
      Map<String, String> headers,
      List<Map<String, Object>> wishes,
      List<Map<String, Object>> lines) {
    Map<String, Object> wish = Map.of("holdId", hold, "tickets", wishes, "lines", lines);
    Shop.Reply placed = send("POST", "/orders", headers, wish);
    assertThat(placed.status()).as(placed.body().toString()).isEqualTo(201);
    order = placed.body().get("orderId").asString();
    tickets = List.of();
  }

  void pay(String method, long minor) {
    Map<String, Object> wish = new LinkedHashMap<>(Map.of("method", method, "amountMinor", minor));
    if (method.equals("VOUCHER")) {
      wish.put("voucherCode", voucherCode);
    } else if (method.equals("PASS")) {
      wish.put("passCode", passCode);
    }
    issued(post("/orders/" + order + "/payments", wish));
    for (JsonNode line : shop.get("/orders/" + order).get("lines")) {
      voucherCode = line.path("voucherCode").asString(voucherCode);
      passCode = line.path("passCode").asString(passCode);
    }
  }

  /**
   * Something becomes of the first payment of the last order that was not by cash: {@code unpaid},
   * {@code chargeback} or {@code restoration}.
   */
  void payment(String what, Map<String, Object> wish) {
    for (JsonNode payment : shop.get("/orders/" + order).get("payments")) {
      if (!payment.get("method").asString().equals("CASH")) {
        post("/orders/" + order + "/payments/" + payment.get("paymentId").asString() + what, wish);
        return;
      }
    }
    throw new AssertionError("Expected a payment that was not by cash, but there is none");
  }

  /** Issues the tickets of the last order unpaid. */
  void putOnAccount() {
    issued(post("/orders/" + order + "/account", Map.of()));
  }

  private void issued(JsonNode answer) {
    List<String> issued = new ArrayList<>();
    answer.path("tickets").forEach(ticket -> issued.add(ticket.get("ticketId").asString()));
    tickets = issued.isEmpty() ? tickets : issued;
  }

  /** Gives back the fees of the order, with the first ticket or without. */
  void refundFees(boolean withTicket, String to) {
    JsonNode refunded =
        post(
            "/orders/" + order + "/refunds",
            Map.of(
                "ticketIds",
                withTicket ? List.of(tickets.getFirst()) : List.of(),
                "fees",
                true,
                "to",
                to,
                "reasonCode",
                "GOODWILL"));
    refund = refunded.at("/parts/0/refundId").asString();
  }

  void refund(long minor, String to) {
    JsonNode refunded =
        post(
            "/orders/" + order + "/refunds",
            Map.of(
                "ticketIds",
                List.of(tickets.getFirst()),
                "amountMinor",
                minor,
                "to",
                to,
                "reasonCode",
                "GOODWILL"));
    refund = refunded.at("/parts/0/refundId").asString();
  }

  /**
   * Exchanges the first ticket for a seat of another performance at this price; what comes after is
   * for that one.
   */
  void exchangeElsewhere(String price, Map<String, String> difference) {
    String old = tickets.getFirst();
    String from = order;
    perform("2045-03-15T19:30:00Z", "2045-03-15T21:30:00Z", List.of(price));
    exchange(from, old, performance, "ORCH-A-1", difference);
  }

  /** Exchanges a ticket for a seat of a performance, at its first price. */
  JsonNode exchange(
      String from, String ticket, String into, String seat, Map<String, String> difference) {
    JsonNode hold = post("/performances/" + into + "/holds", Map.of("seats", List.of(seat)));
    Map<String, Object> wish =
        Map.of(
            "ticketIds",
            List.of(ticket),
            "holdId",
            hold.get("holdId").asString(),
            "tickets",
            List.of(Map.of("seatId", seat, "priceType", "TYPE1")),
            "difference",
            difference);
    JsonNode exchanged = post("/orders/" + from + "/exchanges", wish);
    order = exchanged.get("orderId").asString();
    tickets = List.of(exchanged.at("/tickets/0/ticketId").asString());
    return exchanged;
  }

  /** A ticket of the last order. */
  String ticket(int index) {
    return tickets.get(index);
  }

  /** Pays at the counter what is owed of the last order. */
  void payRefund(String method) {
    JsonNode owing = shop.get("/orders/" + order);
    String owed = owing.at("/refunds/0/refundId").asString();
    post(
        "/orders/" + order + "/refunds/" + (refund.isEmpty() ? owed : refund) + "/payment",
        Map.of("method", method));
  }

  /** Opens a till with this float; what is done after it is done by its keeper. */
  void openTill(long floatMinor) {
    JsonNode opened = postBooks("/till-sessions", Map.of("floatMinor", floatMinor));
    till = "/till-sessions/" + opened.get("session").asInt();
  }

  /** Something becomes of the last till. */
  void till(String step, String field, Object value) {
    postBooks(till + step, Map.of(field, value));
  }

  /** The provider pays over: what arrived, what it had received, what it kept. */
  void payOver(String amount, String gross, String fee) {
    postBooks(
        "/payouts",
        Map.of(
            "provider",
            "stripe",
            "reference",
            "po_1",
            "arrivedOn",
            "2041-12-27",
            "amountMinor",
            minor(amount),
            "lines",
            List.of(
                Map.of("reference", "pi_1", "grossMinor", minor(gross), "feeMinor", minor(fee)))));
  }

  void complete() {
    post("/performances/" + performance + "/completion", Map.of());
  }

  String cancel() {
    return cancel(true);
  }

  String cancel(boolean refundFees) {
    return post(
            "/performances/" + performance + "/cancellation",
            Map.of("reasonCode", "ILLNESS", "refundFees", refundFees))
        .get("jobId")
        .asString();
  }

  JsonNode job(String id) {
    return shop.get("/jobs/" + id);
  }

  /** Hears of what happened to the last order by itself, so that its books are waited for. */
  void hearOfOrder() {
    position = Math.max(position, send("GET", "/orders/" + order, Shop.bearer(), null).position());
  }

  /** The code that a call is refused with. */
  String refusal(String path, Map<String, ?> body) {
    Shop.Reply reply = send(path, body);
    assertThat(reply.status()).isGreaterThanOrEqualTo(400);
    return reply.body().get("code").asString();
  }

  /** Something of the books, with everything done so far in it. */
  JsonNode books(String path) {
    return shop.get("/accounting/" + organisation + path, position);
  }

  JsonNode look(String path) {
    return shop.get(path, position);
  }

  JsonNode post(String path, Map<String, ?> body) {
    Shop.Reply reply = send(path, body);
    assertThat(reply.status()).as(path + " " + reply.body()).isBetween(200, 299);
    position = Math.max(position, reply.position());
    return reply.body();
  }

  JsonNode postBooks(String path, Map<String, ?> body) {
    return post("/accounting/" + organisation + path, body);
  }

  private Shop.Reply send(String path, Map<String, ?> body) {
    return send("POST", path, Shop.bearer(), body);
  }

  private Shop.Reply send(
      String method, String path, Map<String, String> headers, @Nullable Map<String, ?> body) {
    try {
      return shop.send(method, path, headers, body);
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** What happened up to there is in what is asked for next. */
  void seen(long other) {
    position = Math.max(position, other);
  }

  String lastOrder() {
    return order;
  }

  String organisation() {
    return organisation;
  }

  String performance() {
    return performance;
  }

  /** Up to where the log has been heard. */
  long position() {
    return position;
  }

  /**
   * What the last steps were booked as, in the same form: not what happens by itself later, nor
   * what has not been heard of.
   *
   * @param after the position that was heard before
   */
  List<String> entriesSince(long after) {
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : books("/journal?limit=500").get("items")) {
      long at = entry.get("position").asLong();
      if (at > after && at <= position) {
        entries.add(side(entry, "debitMinor") + " | " + side(entry, "creditMinor"));
      }
    }
    return entries;
  }

  /** Entries from a number on, as {@code debit | credit}, accounts and euros. */
  List<String> entriesAfter(int known) {
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : books("/journal?limit=500").get("items")) {
      if (entry.get("entryNumber").asInt() > known) {
        entries.add(side(entry, "debitMinor") + " | " + side(entry, "creditMinor"));
      }
    }
    return entries;
  }

  /** The balance of each account that is not zero, debit positive. */
  Map<String, Long> balances() {
    Map<String, Long> balances = new HashMap<>();
    for (JsonNode account : books("/trial-balance").get("accounts")) {
      if (account.get("balanceMinor").asLong() != 0) {
        balances.put(account.get("account").asString(), account.get("balanceMinor").asLong());
      }
    }
    return balances;
  }

  private static String side(JsonNode entry, String field) {
    List<String> lines = new ArrayList<>();
    for (JsonNode line : entry.get("lines")) {
      long minor = line.get(field).asLong();
      if (minor > 0) {
        lines.add("%s %d.%02d".formatted(line.get("account").asString(), minor / 100, minor % 100));
      }
    }
    return String.join("; ", lines);
  }

  static long minor(String euros) {
    return Long.parseLong(euros.replace(".", ""));
  }
}
