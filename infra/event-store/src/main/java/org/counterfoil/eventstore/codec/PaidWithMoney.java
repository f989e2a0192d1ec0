package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Before there were vouchers, every payment that was begun was one of money. */
record PaidWithMoney() implements Upcaster {

  @Override
  public String name() {
    return "order.payment-started";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  /** What is missing is money. */
  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
