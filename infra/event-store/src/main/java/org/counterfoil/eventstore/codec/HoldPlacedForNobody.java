package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Holds of revision 1 were placed for nobody in particular: before buyers were told apart, before
 * there was a waiting room and before there were presales.
 */
record HoldPlacedForNobody() implements Upcaster {

  @Override
  public String name() {
    return "seat-hold.placed";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload.putNull("buyer").putNull("admission").putNull("presaleCode");
  }
}
