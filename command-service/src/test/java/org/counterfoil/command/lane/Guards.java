package org.counterfoil.command.lane;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * What keeps processes on one store correct, so that tests can take it away.
 *
 * @param missing what is taken away
 * @param beforeAppending what somebody else does when all is decided and nothing appended
 */
record Guards(Set<Guard> missing, Runnable beforeAppending) {

  private enum Guard {
    READS_HEADS,
    KEEPS_OTHERS_WAITING,
    WATCHES_OTHERS,
    FORGETS_WHAT_WAS_NOT_STORED,
    SAVES_SNAPSHOTS_OF_WHAT_IS_STORED
  }

  static final Guards ALL = new Guards(EnumSet.noneOf(Guard.class), () -> {});

  /** Streams' last sequences are read before each batch; here is what is left of that. */
  StreamHeads heads(StreamHeads real) {
    return has(Guard.READS_HEADS) ? real : streams -> Map.of();
  }

  /** Whether a batch that was overtaken is decided again alone. */
  boolean keepsOthersWaiting() {
    return has(Guard.KEEPS_OTHERS_WAITING);
  }

  /** Whether timers are set for what other processes recorded. */
  boolean watchesOthers() {
    return has(Guard.WATCHES_OTHERS);
  }

  /** Whether what was decided on a batch that failed is dropped. */
  boolean forgetsWhatWasNotStored() {
    return has(Guard.FORGETS_WHAT_WAS_NOT_STORED);
  }

  /** Snapshots are saved when their batch is stored; without that, as soon as they are taken. */
  Function<Collection<UUID>, Runnable> snapshots(SnapshotTaker taker) {
    if (has(Guard.SAVES_SNAPSHOTS_OF_WHAT_IS_STORED)) {
      return taker::consider;
    }
    return streams -> {
      taker.consider(streams).run();
      return () -> {};
    };
  }

  private boolean has(Guard guard) {
    return !missing.contains(guard);
  }

  Guards withoutHeads() {
    return without(Guard.READS_HEADS);
  }

  Guards withoutKeepingOthersWaiting() {
    return without(Guard.KEEPS_OTHERS_WAITING);
  }

  Guards withoutWatchingOthers() {
    return without(Guard.WATCHES_OTHERS);
  }

  Guards withoutForgetting() {
    return without(Guard.FORGETS_WHAT_WAS_NOT_STORED);
  }

  Guards withHastySnapshots() {
    return without(Guard.SAVES_SNAPSHOTS_OF_WHAT_IS_STORED);
  }

  Guards withRival(Runnable rival) {
    return new Guards(missing, rival);
  }

  private Guards without(Guard guard) {
    Set<Guard> more = EnumSet.of(guard);
    more.addAll(missing);
    return new Guards(more, beforeAppending);
  }
}
