package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Before there were performances for training, every performance was to take place. */
record PerformancesTakePlace() implements Upcaster {

  @Override
  public String name() {
    return "performance.scheduled";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload.put("isTraining", false);
  }
}
