package org.counterfoil.domain.heldback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterfoil.domain.heldback.HeldBackSnapshot.Run;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.seating.AreaName;
import org.jspecify.annotations.Nullable;

/**
 * What keeps which places of a performance off general sale: an array over seat indexes, counts per
 * area. A seat keeps its keeper while it is held and when it is sold, so that it comes back to
 * where it was taken from. Changed by the events of {@link HeldBackDecider} and of holds, and by
 * nothing else.
 */
public final class HeldBack {

  private static final int NONE = 0;

  /** For each seat the place of its keeper in {@link #keepers}, from 1; 0 for none. */
  private int[] keeperOfSeat = new int[0];

  private final List<Keeper> keepers = new ArrayList<>();
  private final Map<HeldBackId, Integer> numbers = new LinkedHashMap<>();

  /** Whether nothing was ever held back, as at most performances. */
  public boolean isEmpty() {
    return keepers.isEmpty();
  }

  /** What keeps the seat off general sale, or null where nothing does. */
  public @Nullable Keeper keeperOf(int seat) {
    int number = seat < keeperOfSeat.length ? keeperOfSeat[seat] : NONE;
    return number == NONE ? null : keepers.get(number - 1);
  }

  /** Whether the caller may take the seat, as far as what is held back goes. */
  public boolean isForSaleTo(int seat, Caller caller, @Nullable HoldCode named) {
    Keeper keeper = keeperOf(seat);
    return keeper == null || keeper.letsIn(caller, named);
  }

  /** Everything that was ever held back, in the order it began. */
  public Collection<Keeper> keepers() {
    return Collections.unmodifiableList(keepers);
  }

  public @Nullable Keeper keeper(HeldBackId id) {
    Integer number = numbers.get(id);
    return number == null ? null : keepers.get(number - 1);
  }

  /** Free places of the area that are kept off general sale. */
  public int keptIn(AreaName area) {
    int kept = 0;
    for (Keeper keeper : keepers) {
      kept += keeper.freeIn(area);
    }
    return kept;
  }

  /** A hold takes places of an area from what a keeper keeps. */
  public void draw(HeldBackId from, AreaName area, int quantity) {
    known(from).freeInAreas.merge(area, -quantity, Integer::sum);
  }

  /** A hold ended unsold: its places go to where the keeper's places went meanwhile. */
  public void giveBack(HeldBackId from, AreaName area, int quantity) {
    HeldBackId heir = heirOf(from);
    if (heir != null) {
      known(heir).freeInAreas.merge(area, quantity, Integer::sum);
    }
  }

  /** Who has the places now: the keeper itself, or whoever they cascaded to; null for nobody. */
  public @Nullable HeldBackId heirOf(HeldBackId from) {
    Keeper heir = known(from);
    while (!heir.isOpen) {
      if (heir.successor == null) {
        return null;
      }
      heir = known(heir.successor);
    }
    return heir.id();
  }

  void begin(Keeper keeper, List<HeldBackSeat> seats, List<HeldBackArea> areas, int seatCount) {
    int number = add(keeper);
    if (keeperOfSeat.length < seatCount) {
      keeperOfSeat = Arrays.copyOf(keeperOfSeat, seatCount);
    }
    seats.forEach(seat -> keeperOfSeat[seat.index()] = number);
    areas.forEach(area -> keeper.freeInAreas.merge(area.area(), area.quantity(), Integer::sum));
  }

  /** Everything goes to general sale. */
  void end(HeldBackId id) {
    Keeper keeper = known(id);
    keeper.isOpen = false;
    keeper.freeInAreas.clear();
    reassign(id, NONE);
  }

  /** Everything goes to another keeper. */
  void cascade(HeldBackId id, Keeper next) {
    Keeper keeper = known(id);
    keeper.isOpen = false;
    keeper.successor = next.id();
    next.freeInAreas.putAll(keeper.freeInAreas);
    keeper.freeInAreas.clear();
    reassign(id, add(next));
  }

  private void reassign(HeldBackId from, int to) {
    seatsOf(from).forEach(seat -> keeperOfSeat[seat] = to);
  }

  /** The seats that it keeps, in plan order, whether free, held or sold. */
  List<Integer> seatsOf(HeldBackId id) {
    int number = Objects.requireNonNull(numbers.get(id));
    List<Integer> seats = new ArrayList<>();
    for (int seat = 0; seat < keeperOfSeat.length; seat++) {
      if (keeperOfSeat[seat] == number) {
        seats.add(seat);
      }
    }
    return seats;
  }

  private int add(Keeper keeper) {
    keepers.add(keeper);
    numbers.put(keeper.id(), keepers.size());
    return keepers.size();
  }

  private Keeper known(HeldBackId id) {
    return Objects.requireNonNull(
        keeper(id), () -> "Expected " + id + " to hold places back, but it never did");
  }

  /** A copy of everything, independent of later changes. */
  public HeldBackSnapshot snapshot() {
    List<Run> runs = new ArrayList<>();
    int seat = 0;
    while (seat < keeperOfSeat.length) {
      int first = seat;
      int number = keeperOfSeat[first];
      while (seat < keeperOfSeat.length && keeperOfSeat[seat] == number) {
        seat++;
      }
      if (number != NONE) {
        runs.add(new Run(first, seat - first, number));
      }
    }
    return new HeldBackSnapshot(
        keeperOfSeat.length, keepers.stream().map(Keeper::copy).toList(), runs);
  }

  /** What a snapshot was taken of. */
  public static HeldBack restore(HeldBackSnapshot snapshot) {
    HeldBack heldBack = new HeldBack();
    snapshot.keepers().forEach(copy -> heldBack.add(Keeper.of(copy)));
    heldBack.keeperOfSeat = new int[snapshot.seatCount()];
    for (Run run : snapshot.runs()) {
      Arrays.fill(heldBack.keeperOfSeat, run.first(), run.first() + run.count(), run.keeper());
    }
    return heldBack;
  }
}
