package org.counterfoil.command.lane;

import java.util.Map;

/**
 * What keeps several processes on one store correct, so that tests can take it away.
 *
 * @param readsHeads whether streams' last sequences are read before each batch
 * @param keepsOthersWaiting whether a batch that was overtaken is decided again alone
 * @param watchesOthers whether timers are set for what other processes recorded
 * @param beforeAppending what somebody else does when all is decided and nothing appended
 */
record Guards(
    boolean readsHeads,
    boolean keepsOthersWaiting,
    boolean watchesOthers,
    Runnable beforeAppending) {

  static final Guards ALL = new Guards(true, true, true, () -> {});

  /** What is left of the reading of heads. */
  StreamHeads heads(StreamHeads real) {
    return readsHeads ? real : streams -> Map.of();
  }

  Guards withoutHeads() {
    return new Guards(false, keepsOthersWaiting, watchesOthers, beforeAppending);
  }

  Guards withoutKeepingOthersWaiting() {
    return new Guards(readsHeads, false, watchesOthers, beforeAppending);
  }

  Guards withoutWatchingOthers() {
    return new Guards(readsHeads, keepsOthersWaiting, false, beforeAppending);
  }

  Guards withRival(Runnable rival) {
    return new Guards(readsHeads, keepsOthersWaiting, watchesOthers, rival);
  }
}
