package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Before orders were joined over several performances, none had other parts to lapse with it. */
record OrdersAlone() implements Upcaster {

  @Override
  public String name() {
    return "order.lapsed";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    payload.putArray("parts");
    return payload;
  }
}
