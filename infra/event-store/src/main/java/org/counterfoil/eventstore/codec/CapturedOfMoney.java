package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/** Before vouchers paid for joint orders, the payment that was begun alone named its voucher. */
record CapturedOfMoney() implements Upcaster {

  @Override
  public String name() {
    return "order.payment-captured";
  }

  @Override
  public int fromRevision() {
    return 1;
  }

  /** What is missing is money, or the voucher that was named before. */
  @Override
  public ObjectNode upcast(ObjectNode payload) {
    return payload;
  }
}
