package org.counterfoil.domain.waitinglist;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;

/** Who waits for places of a performance, in the order they joined. */
public final class WaitingList {

  private final Map<WaitingEntryId, Waiting> waiting = new LinkedHashMap<>();
  private final Set<WaitingEntryId> ended = new HashSet<>();

  /** Whether nobody waits, as at most performances. */
  public boolean isEmpty() {
    return waiting.isEmpty();
  }

  /** Those who wait, in the order they joined. */
  public Collection<Waiting> waiting() {
    return Collections.unmodifiableCollection(waiting.values());
  }

  /** Whether somebody waits for places of the zone. */
  public boolean awaits(ZoneName zone) {
    return !waiting.isEmpty()
        && waiting.values().stream().anyMatch(entry -> entry.zone().equals(zone));
  }

  boolean isWaiting(WaitingEntryId id) {
    return waiting.containsKey(id);
  }

  boolean hasEnded(WaitingEntryId id) {
    return ended.contains(id);
  }

  /** How many places of the zone are waited for. */
  long placesAwaited(ZoneName zone) {
    return waiting.values().stream()
        .filter(entry -> entry.zone().equals(zone))
        .mapToLong(Waiting::quantity)
        .sum();
  }

  /** How many places the buyer waits for, of any zone. */
  long placesAwaitedBy(BuyerMark buyer) {
    return waiting.values().stream()
        .filter(entry -> buyer.equals(entry.buyer()))
        .mapToLong(Waiting::quantity)
        .sum();
  }

  void join(Waiting entry) {
    waiting.put(entry.entryId(), entry);
  }

  /** Takes an entry off the list; does nothing for an id that is none, as most holds' are. */
  public void end(WaitingEntryId id) {
    if (waiting.remove(id) != null) {
      ended.add(id);
    }
  }

  /** A copy of everything, independent of later changes. */
  public WaitingListSnapshot snapshot() {
    return new WaitingListSnapshot(List.copyOf(waiting.values()), List.copyOf(ended));
  }

  /** What a snapshot was taken of. */
  public static WaitingList restore(WaitingListSnapshot snapshot) {
    WaitingList list = new WaitingList();
    snapshot.waiting().forEach(list::join);
    list.ended.addAll(snapshot.ended());
    return list;
  }
}
