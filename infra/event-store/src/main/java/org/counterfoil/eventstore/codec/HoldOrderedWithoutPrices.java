package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Holds that were ordered in revision 1 do not say at which price types: they count against a quota
 * only from when they are sold.
 */
record HoldOrderedWithoutPrices() implements Upcaster {

  @Override
  public String name() {
    return "seat-hold.ordered";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    payload.putArray("priceTypes");
    return payload;
  }
}
