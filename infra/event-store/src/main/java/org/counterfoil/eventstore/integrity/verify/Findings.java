package org.counterfoil.eventstore.integrity.verify;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Counts what is found, and keeps what concerns the lowest positions. */
final class Findings {

  private static final int KEPT = 50;
  private static final Comparator<Finding> ORDER =
      Comparator.comparingLong(Finding::position).thenComparing(Finding::flaw);

  private final List<Finding> first = new ArrayList<>();
  private long count;

  void add(Flaw flaw, long position, String what) {
    count++;
    first.add(new Finding(flaw, position, what));
    if (first.size() > 2 * KEPT) {
      first.sort(ORDER);
      first.subList(KEPT, first.size()).clear();
    }
  }

  long count() {
    return count;
  }

  /** The first of them, by position. */
  List<Finding> first() {
    return first.stream().sorted(ORDER).limit(KEPT).toList();
  }
}
