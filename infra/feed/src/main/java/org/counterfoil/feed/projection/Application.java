package org.counterfoil.feed.projection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.TransactionStatus;

/** Applies events within a transaction, and parks what cannot be applied. */
final class Application {

  /** How a batch's events are applied. */
  interface Way {
    /**
     * Answers the keys of the events applied.
     *
     * @param held the keys whose events are held back; what is parked is added
     * @param setAside positions to park without trying, and whether as discarded
     */
    Set<String> apply(
        JdbcClient tables,
        TransactionStatus transaction,
        List<RecordedEvent> events,
        HeldKeys held,
        Map<Long, Boolean> setAside);
  }

  private static final Logger LOG = LoggerFactory.getLogger(Application.class);

  private final Projection projection;
  private final Parking parking;

  Application(Projection projection, Parking parking) {
    this.projection = projection;
    this.parking = parking;
  }

  /** All at once: the way of every day. */
  Set<String> together(
      JdbcClient tables,
      TransactionStatus transaction,
      List<RecordedEvent> events,
      HeldKeys held,
      Map<Long, Boolean> setAside) {
    List<RecordedEvent> free = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (RecordedEvent event : events) {
      String key = projection.key(event);
      if (!parkUntried(tables, event, key, held, setAside)) {
        free.add(event);
        keys.add(key);
      }
    }
    if (!free.isEmpty()) {
      projection.applyAll(free, tables);
    }
    return keys;
  }

  /** One after the other, so that what fails takes nothing else with it. */
  Set<String> oneByOne(
      JdbcClient tables,
      TransactionStatus transaction,
      List<RecordedEvent> events,
      HeldKeys held,
      Map<Long, Boolean> setAside) {
    Set<String> keys = new HashSet<>();
    for (RecordedEvent event : events) {
      String key = projection.key(event);
      if (parkUntried(tables, event, key, held, setAside)) {
        continue;
      }
      String reason = failureOf(event, tables, transaction);
      if (reason == null) {
        keys.add(key);
      } else {
        parking.park(tables, event, key, reason, false);
        held.add(key, event.position());
        LOG.warn(
            "Parked {} of projection {}, and hold back its key: {}",
            event,
            projection.name(),
            reason);
      }
    }
    return keys;
  }

  /** Applies a key's parked events up to the first that fails again; answers how many. */
  int retry(JdbcClient tables, TransactionStatus transaction, String key, EventCodec codec) {
    int applied = 0;
    for (Parking.Entry entry : parking.waiting(tables, key)) {
      RecordedEvent event =
          new RecordedEvent(entry.position(), codec.decode(entry.bytes()), entry.bytes());
      String reason = failureOf(event, tables, transaction);
      if (reason != null) {
        parking.failedAgain(tables, entry.position(), reason);
        break;
      }
      parking.remove(tables, entry.position());
      applied++;
    }
    return applied;
  }

  private boolean parkUntried(
      JdbcClient tables,
      RecordedEvent event,
      String key,
      HeldKeys held,
      Map<Long, Boolean> setAside) {
    Boolean isDiscarded = setAside.get(event.position());
    if (isDiscarded == null && !held.holds(key)) {
      return false;
    }
    parking.park(tables, event, key, ParkedEvent.HELD_BACK, Boolean.TRUE.equals(isDiscarded));
    if (!Boolean.TRUE.equals(isDiscarded)) {
      held.add(key, event.position());
    }
    return true;
  }

  /** Applies one event, or leaves no trace of it; answers why it failed. */
  private @Nullable String failureOf(
      RecordedEvent event, JdbcClient tables, TransactionStatus transaction) {
    Object before = transaction.createSavepoint();
    try {
      projection.apply(event, tables);
      transaction.releaseSavepoint(before);
      return null;
    } catch (RuntimeException e) {
      if (Failures.isPassing(e)) {
        throw e;
      }
      transaction.rollbackToSavepoint(before);
      return Failures.reason(e, projection.getClass());
    }
  }
}
