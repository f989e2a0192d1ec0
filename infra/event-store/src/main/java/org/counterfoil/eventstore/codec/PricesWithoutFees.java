package org.counterfoil.eventstore.codec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Before price lists knew fees, none was inside a price and none was asked for beside it.
 *
 * @param name of an event with a price list
 */
record PricesWithoutFees(String name, int fromRevision) implements Upcaster {

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    ObjectNode prices = (ObjectNode) payload.get("priceList");
    for (JsonNode zone : prices.get("zones")) {
      for (JsonNode type : zone.get("priceTypes")) {
        ((ObjectNode) type).put("feeMinor", 0);
      }
    }
    prices.putArray("fees");
    return payload;
  }
}
