package org.counterfoil.feed.projection;

import java.util.HashMap;
import java.util.Map;

/**
 * The keys that have parked events, from which position on, and how many. A transaction works on
 * its own copy, which counts from the commit on and is not changed any more.
 */
final class HeldKeys {

  /**
   * One key's parked events.
   *
   * @param first the position of the first
   * @param count how many
   */
  record Held(long first, int count) {}

  private final Map<String, Held> byKey;

  HeldKeys(Map<String, Held> byKey) {
    this.byKey = new HashMap<>(byKey);
  }

  HeldKeys copy() {
    return new HeldKeys(byKey);
  }

  void add(String key, long position) {
    Held held = byKey.get(key);
    byKey.put(key, held == null ? new Held(position, 1) : new Held(held.first(), held.count() + 1));
  }

  boolean holds(String key) {
    return byKey.containsKey(key);
  }

  boolean holdsUpTo(String key, long position) {
    Held held = byKey.get(key);
    return held != null && held.first() <= position;
  }

  /** How many events are parked. */
  int count() {
    return byKey.values().stream().mapToInt(Held::count).sum();
  }
}
