package org.counterfoil.eventstore.check;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Counts what is found, and keeps the first few. */
final class Findings {

  private static final int KEPT = 100;

  private final List<Finding> first = new ArrayList<>();
  private long count;
  private long position = -1;

  /** The event that is looked at now. */
  void at(long position) {
    this.position = position;
  }

  void add(Invariant invariant, String what) {
    count++;
    if (first.size() < KEPT) {
      first.add(new Finding(invariant, position, what));
    }
  }

  /** Notes it unless the condition holds. */
  void require(boolean condition, Invariant invariant, Supplier<String> what) {
    if (!condition) {
      add(invariant, what.get());
    }
  }

  List<Finding> first() {
    return List.copyOf(first);
  }

  long count() {
    return count;
  }
}
