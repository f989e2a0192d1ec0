package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Before price types could ask for proof, none did: nothing is missing.
 *
 * @param name of an event with a price list
 */
record PricesWithoutProof(String name, int fromRevision) implements Upcaster {

  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
