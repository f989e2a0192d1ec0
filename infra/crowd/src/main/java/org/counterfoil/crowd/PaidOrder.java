package org.counterfoil.crowd;

import tools.jackson.databind.JsonNode;

/** What was paid for an order and sent back, as its buyer is told; in minor units. */
final class PaidOrder {

  private PaidOrder() {}

  static long captured(JsonNode order) {
    long captured = 0;
    for (JsonNode payment : order.path("payments")) {
      if (payment.path("state").asString("").equals("CAPTURED")) {
        captured += payment.path("amountMinor").asLong();
      }
    }
    return captured;
  }

  static long refunded(JsonNode order) {
    long refunded = 0;
    for (JsonNode refund : order.path("refunds")) {
      if (refund.path("isPaid").asBoolean()) {
        refunded += refund.path("amountMinor").asLong();
      }
    }
    return refunded;
  }

  static boolean isPending(JsonNode order) {
    for (JsonNode payment : order.path("payments")) {
      if (payment.path("state").asString("").equals("PENDING")) {
        return true;
      }
    }
    return false;
  }
}
