package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Entries of revision 1 waited for nobody in particular: offers did not count for any limit. */
record WaitingForNobody() implements Upcaster {

  @Override
  public String name() {
    return "waiting-list.joined";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload.putNull("buyer");
  }
}
