package org.counterfoil.eventstore.codec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Before tickets named the fee inside their price, and what is to be shown with them, they name
 * neither.
 *
 * @param name of an event with tickets
 * @param tickets which of its components they are
 * @param areIssued whether they have their numbers around them
 */
record TicketsWithoutFees(String name, int fromRevision, String tickets, boolean areIssued)
    implements Upcaster {

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    for (JsonNode each : payload.get(tickets)) {
      ((ObjectNode) (areIssued ? each.get("ticket") : each)).put("feeMinor", 0);
    }
    return payload;
  }
}
