package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Before there were vouchers, no line of an order sold anything whose time would be over. */
record NothingThatEnds() implements Upcaster {

  @Override
  public String name() {
    return "order.placed";
  }

  @Override
  public int fromRevision() {
    return 2;
  }

  /** What is missing has no end. */
  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
