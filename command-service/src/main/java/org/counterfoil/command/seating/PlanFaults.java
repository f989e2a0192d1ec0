package org.counterfoil.command.seating;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.seating.PlanFault;

/**
 * What is wrong with a file, in the order it was found. Lists at most {@link #MOST_LISTED} and
 * counts the rest, so that a small file cannot fill the memory with complaints about it.
 */
final class PlanFaults {

  /** More than anybody corrects by hand. */
  static final int MOST_LISTED = 10_000;

  private final List<PlanFault> listed = new ArrayList<>();
  private final Set<String> paths = new HashSet<>();
  private int unlisted;

  void add(String path, String message) {
    if (listed.size() < MOST_LISTED) {
      listed.add(new PlanFault(path, message));
      paths.add(path);
    } else {
      unlisted++;
    }
  }

  /** Adds what a later check found, except where this place is known to be wrong already. */
  void addElsewhere(List<PlanFault> found) {
    Set<String> known = Set.copyOf(paths);
    for (PlanFault fault : found) {
      if (!known.contains(fault.path())) {
        add(fault.path(), fault.message());
      }
    }
  }

  boolean isEmpty() {
    return listed.isEmpty();
  }

  List<PlanFault> all() {
    List<PlanFault> all = new ArrayList<>(listed);
    if (unlisted > 0) {
      all.add(
          new PlanFault(
              "",
              "Expected at most "
                  + MOST_LISTED
                  + " faults to list, but there are "
                  + unlisted
                  + " more"));
    }
    return all;
  }
}
