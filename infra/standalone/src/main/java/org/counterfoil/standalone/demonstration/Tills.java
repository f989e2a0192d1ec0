package org.counterfoil.standalone.demonstration;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/** An evening at the counter: a float, a sale for cash, a count that misses two euros, the bank. */
final class Tills {

  private static final long FLOAT_MINOR = 15_000;
  private static final long MISSING_MINOR = 200;

  private final Api api;
  private final Sales sales;

  Tills(Api api, Sales sales) {
    this.api = api;
    this.sales = sales;
  }

  void keep(Showing showing) {
    String token = showing.seller().counterToken();
    String books = "/accounting/" + showing.seller().organisationId() + "/till-sessions";
    JsonNode opened = api.post(books, token, Map.of("floatMinor", FLOAT_MINOR));
    long taken = sales.sellForCash(showing);
    String till = books + "/" + opened.get("session").asInt();
    api.post(till + "/count", token, Map.of("countedMinor", FLOAT_MINOR + taken - MISSING_MINOR));
    api.post(till + "/banking", token, Map.of("amountMinor", taken));
  }
}
