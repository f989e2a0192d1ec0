package org.counterfoil.eventstore.codec;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds of revision 2 and older took their places in areas from general sale: nothing could be held
 * back yet.
 */
final class HoldPlacedOnGeneralSale implements Upcaster {

  @Override
  public String name() {
    return "seat-hold.placed";
  }

  @Override
  public int fromRevision() {
    return 2;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    for (JsonNode area : payload.withArray("areas")) {
      ((ObjectNode) area).putNull("drawnFrom");
    }
    return payload;
  }
}
