package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Before there were passes and subscriptions, nothing was sold, paid or priced as one: nothing is
 * missing.
 *
 * @param name of an event that may speak of one now
 */
record WithoutPasses(String name, int fromRevision) implements Upcaster {

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
