package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Before there was a vault, an organisation did not say where its officer is reached. */
record OrganisationsWithoutContact() implements Upcaster {

  @Override
  public String name() {
    return "organisation.created";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  /** What is missing was not told. */
  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
