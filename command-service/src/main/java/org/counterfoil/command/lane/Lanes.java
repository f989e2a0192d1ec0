package org.counterfoil.command.lane;

/** Where commands are decided: the only way to change anything. */
public interface Lanes {

  /**
   * Queues the command in its lane and waits until it is decided and stored.
   *
   * @throws LaneFull where the lane's queue is full; nothing was changed
   * @throws org.counterfoil.eventstore.idempotency.IdempotencyKeyTaken where another process has
   *     kept an answer under the same key; nothing was changed
   * @throws StoreUnavailable where the commit failed; whether it was stored is unknown to the
   *     caller, who may repeat it with the same idempotency key
   */
  Outcome submit(Submission submission) throws LaneFull, StoreUnavailable;
}
