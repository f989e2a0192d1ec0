package org.counterfoil.crowd;

import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.counterfoil.crowd.House.Area;
import org.counterfoil.crowd.House.Zone;
import org.counterfoil.crowd.plan.Zipf;
import org.jspecify.annotations.Nullable;

/** How one session chooses: the same for the same seed and the same sight. */
final class Taste {

  /** How many places are looked at before somebody takes the first that there is. */
  private static final int GLANCES = 40;

  private final House house;
  private final SplittableRandom random;
  private final boolean picks;

  Taste(House house, SplittableRandom random, boolean picks) {
    this.house = house;
    this.random = random;
    this.picks = picks;
  }

  /** What to ask for, or nothing where so many are not to be had. */
  @Nullable Wish choose(Sight sight, int quantity) {
    long standing = house.areas().stream().mapToLong(a -> left(sight.areas(), a.name())).sum();
    long seats = sight.free().count();
    if (standing + seats == 0) {
      return null;
    }
    if (random.nextLong(standing + seats) < standing) {
      return standing(sight, quantity);
    }
    return picks ? named(sight, quantity) : best(sight, quantity);
  }

  private @Nullable Wish standing(Sight sight, int quantity) {
    List<Area> open =
        house.areas().stream()
            .filter(area -> left(sight.areas(), area.name()) >= quantity)
            .filter(area -> house.zones().containsKey(area.zone()))
            .toList();
    return open.isEmpty()
        ? null
        : new Wish.Standing(open.get(random.nextInt(open.size())).name(), quantity);
  }

  private @Nullable Wish best(Sight sight, int quantity) {
    List<Zone> open =
        house.zones().values().stream()
            .filter(zone -> zone.seats() > 0 && left(sight.zones(), zone.name()) >= quantity)
            .toList();
    if (open.isEmpty()) {
      return null;
    }
    // By size, as a house is sold, not by rank: else all would queue for the first zone.
    int ticket = random.nextInt(open.stream().mapToInt(Zone::seats).sum());
    for (Zone zone : open) {
      ticket -= zone.seats();
      if (ticket < 0) {
        return new Wish.Best(zone.name(), quantity);
      }
    }
    return new Wish.Best(open.getLast().name(), quantity);
  }

  /** Neighbours in a row, near the front; after some glances the first that there are. */
  private @Nullable Wish named(Sight sight, int quantity) {
    int size = sight.free().count();
    if (size < quantity) {
      return null;
    }
    for (int glance = 0; glance < GLANCES; glance++) {
      int seat = sight.free().nth(Zipf.rank(random, size) - 1);
      if (house.isRun(sight.free(), seat, quantity)) {
        return new Wish.Named(house.ids(seat, quantity));
      }
    }
    for (int n = 0; n < sight.free().count(); n++) {
      int seat = sight.free().nth(n);
      if (house.isRun(sight.free(), seat, quantity)) {
        return new Wish.Named(house.ids(seat, quantity));
      }
    }
    return quantity == 1 ? accessible(sight) : null;
  }

  /** A place for who needs an accessible one; no reason is asked. */
  private @Nullable Wish accessible(Sight sight) {
    for (int n = 0; n < sight.free().count(); n++) {
      int seat = sight.free().nth(n);
      if (house.zones().containsKey(house.seats().get(seat).zone())) {
        return new Wish.Named(house.ids(seat, 1));
      }
    }
    return null;
  }

  /** What a bot asks for that sees nothing: something may have come back this very moment. */
  Wish blind(int quantity) {
    boolean names = picks && !house.seats().isEmpty();
    if (names || house.zones().isEmpty()) {
      return new Wish.Named(house.ids(Zipf.rank(random, house.seats().size()) - 1, 1));
    }
    List<Zone> zones = List.copyOf(house.zones().values());
    return new Wish.Best(zones.get(random.nextInt(zones.size())).name(), quantity);
  }

  private static long left(Map<String, Long> places, String name) {
    return places.getOrDefault(name, 0L);
  }
}
