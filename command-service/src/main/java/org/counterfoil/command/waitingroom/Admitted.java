package org.counterfoil.command.waitingroom;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.command.waitingroom.VisitorTables.Step;

/**
 * Up to which place visitors were let in, step by step. Values: a longer one shares the arrays of
 * the one before, whose entries are never changed.
 */
final class Admitted {

  static final Admitted NOBODY = new Admitted(new int[16], new long[16], 0);

  private final int[] places;
  private final long[] millis;
  private final int steps;

  private Admitted(int[] places, long[] millis, int steps) {
    this.places = places;
    this.millis = millis;
    this.steps = steps;
  }

  /** With further steps. To be called on the longest only, by one thread. */
  Admitted with(List<Step> further) {
    int length = steps + further.size();
    int[] allPlaces = length <= places.length ? places : Arrays.copyOf(places, length * 2);
    long[] allMillis = length <= millis.length ? millis : Arrays.copyOf(millis, length * 2);
    if (steps == 0) {
      allPlaces = Arrays.copyOf(allPlaces, allPlaces.length);
      allMillis = Arrays.copyOf(allMillis, allMillis.length);
    }
    for (int i = 0; i < further.size(); i++) {
      allPlaces[steps + i] = further.get(i).admitted();
      allMillis[steps + i] = further.get(i).at().toEpochMilli();
    }
    return new Admitted(allPlaces, allMillis, length);
  }

  /** How many were let in. */
  int count() {
    return steps == 0 ? 0 : places[steps - 1];
  }

  /** When the visitor of a place, from 0, was let in; who was not is not to be asked for. */
  Instant at(int place) {
    int found = Arrays.binarySearch(places, 0, steps, place + 1);
    return Instant.ofEpochMilli(millis[found < 0 ? -found - 1 : found]);
  }

  /** How many had been let in at a time. */
  int countAt(Instant time) {
    int found = Arrays.binarySearch(millis, 0, steps, time.toEpochMilli() + 1);
    int before = found < 0 ? -found - 1 : found;
    return before == 0 ? 0 : places[before - 1];
  }
}
