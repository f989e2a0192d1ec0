package org.counterfoil.eventstore.idempotency;

/** Somebody else stored an answer under the same key first; this transaction must roll back. */
public final class IdempotencyKeyTaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  IdempotencyKeyTaken(int expected, int stored) {
    super(
        "Expected to keep "
            + expected
            + " answers, but only "
            + stored
            + " of their idempotency keys were free");
  }
}
