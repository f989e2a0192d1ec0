package org.counterfoil.domain.seathold;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;

/**
 * The admissions of the waiting room that placed holds have burnt. A hold that ends unsold gives
 * its places back, not its admission: who gave up does not stand before who waits.
 */
public final class UsedAdmissions {

  private final Set<AdmissionId> used = new HashSet<>();
  private long places;

  /**
   * A copy at one moment.
   *
   * @param places how many places they have held
   */
  public record Copy(List<AdmissionId> ids, long places) {}

  public boolean contains(AdmissionId admission) {
    return used.contains(admission);
  }

  /** Tells all of them, in no order. */
  public void forEach(Consumer<AdmissionId> action) {
    used.forEach(action);
  }

  /** How many there are. */
  public int count() {
    return used.size();
  }

  /** How many places they have held, whatever became of them. */
  public long places() {
    return places;
  }

  void burn(HoldPlaced placed) {
    if (placed.admission() != null && used.add(placed.admission())) {
      places += placed.seats().size();
      placed.areas().forEach(area -> places += area.quantity());
    }
  }

  Copy copy() {
    return new Copy(List.copyOf(used), places);
  }

  void restore(Copy copy) {
    used.addAll(copy.ids());
    places = copy.places();
  }
}
