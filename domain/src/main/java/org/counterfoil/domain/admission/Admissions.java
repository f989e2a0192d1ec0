package org.counterfoil.domain.admission;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The state of a door: who was let in, and which scans are known. */
public final class Admissions {

  final Map<Integer, EarlierAdmission> admitted = new HashMap<>();
  final Set<ScanId> scans = new HashSet<>();

  /** How somebody was let in with the ticket of this number, or null where nobody was. */
  public @Nullable EarlierAdmission of(int ticketNumber) {
    return admitted.get(ticketNumber);
  }

  /** Whether the scan was recorded. */
  public boolean knows(ScanId scan) {
    return scans.contains(scan);
  }

  /** How many tickets were let in. */
  public int count() {
    return admitted.size();
  }
}
