package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Before there were single-purpose vouchers, every voucher was taxed when it was spent.
 *
 * @param name of the event, whose first revision is understood
 */
record TaxedWhenSpent(String name) implements Upcaster {

  @Override
  public int fromRevision() {
    return 1;
  }

  /** What is missing is that tax was due before. */
  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
