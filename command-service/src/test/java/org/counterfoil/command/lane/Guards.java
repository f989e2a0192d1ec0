package org.counterfoil.command.lane;

import java.util.Map;

/**
 * What keeps several processes on one store correct, so that tests can take it away.
 *
 * @param readsHeads whether streams' last sequences are read before each batch
 * @param keepsOthersWaiting whether a batch that was overtaken is decided again alone
 * @param watchesOthers whether timers are set for what other processes recorded
 * @param forgetsWhatWasNotStored whether what was decided on a batch that failed is dropped
 * @param beforeAppending what somebody else does when all is decided and nothing appended
 */
record Guards(
    boolean readsHeads,
    boolean keepsOthersWaiting,
    boolean watchesOthers,
    boolean forgetsWhatWasNotStored,
    Runnable beforeAppending) {

  static final Guards ALL = new Guards(true, true, true, true, () -> {});

  /** What is left of the reading of heads. */
  StreamHeads heads(StreamHeads real) {
    return readsHeads ? real : streams -> Map.of();
  }

  Guards withoutHeads() {
    return new Guards(
        false, keepsOthersWaiting, watchesOthers, forgetsWhatWasNotStored, beforeAppending);
  }

  Guards withoutKeepingOthersWaiting() {
    return new Guards(readsHeads, false, watchesOthers, forgetsWhatWasNotStored, beforeAppending);
  }

  Guards withoutWatchingOthers() {
    return new Guards(
        readsHeads, keepsOthersWaiting, false, forgetsWhatWasNotStored, beforeAppending);
  }

  Guards withRival(Runnable rival) {
    return new Guards(
        readsHeads, keepsOthersWaiting, watchesOthers, forgetsWhatWasNotStored, rival);
  }

  Guards withoutForgetting() {
    return new Guards(readsHeads, keepsOthersWaiting, watchesOthers, false, beforeAppending);
  }
}
