package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Before orders had lines, nothing was sold beside tickets, and nothing went back for it.
 *
 * @param name of the event, whose first revision is understood
 */
record NothingBesideTickets(String name) implements Upcaster {

  @Override
  public int fromRevision() {
    return 1;
  }

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    payload.putArray("lines");
    return payload;
  }
}
