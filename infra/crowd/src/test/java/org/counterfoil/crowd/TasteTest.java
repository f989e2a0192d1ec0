package org.counterfoil.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.counterfoil.crowd.House.Area;
import org.counterfoil.crowd.House.Seat;
import org.counterfoil.crowd.House.Zone;
import org.junit.jupiter.api.Test;

/** People choose what they can see to be free, neighbours, near the front. */
class TasteTest {

  private static final int ROWS = 20;
  private static final int SEATS = 10;

  private static final House HOUSE = house(List.of());

  private static House house(List<Area> areas) {
    List<Seat> seats = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      for (int seat = 0; seat < SEATS; seat++) {
        seats.add(new Seat(row + "-" + seat, "STALLS", (row + 1) * SEATS, seat != 5 || row != 0));
      }
    }
    Map<String, Zone> zones =
        Map.of(
            "STALLS", new Zone("STALLS", seats.size(), "FULL"),
            "FLOOR", new Zone("FLOOR", 0, "FULL"));
    return new House("performance", seats, areas, zones, 480, true, false);
  }

  private static Sight sight(BitSet free, long standing) {
    return new Sight(
        0,
        new FreeSeats(free),
        Map.of("PIT", standing),
        Map.of("STALLS", (long) free.cardinality(), "FLOOR", standing),
        0,
        0,
        0);
  }

  private static BitSet allFree() {
    BitSet free = new BitSet();
    free.set(0, ROWS * SEATS);
    return free;
  }

  @Test
  void thePickedSeatsAreFreeNeighboursOfOneRow_andForEverybody() {
    BitSet free = allFree();
    free.clear(12);
    free.clear(17, 40);
    Taste taste = new Taste(HOUSE, new SplittableRandom(3), true);

    for (int i = 0; i < 500; i++) {
      Wish.Named wish = (Wish.Named) taste.choose(sight(free, 0), 3);
      List<Integer> picked =
          wish.seats().stream()
              .map(
                  id ->
                      Integer.parseInt(id.split("-")[0]) * SEATS
                          + Integer.parseInt(id.split("-")[1]))
              .toList();
      assertThat(picked).hasSize(3).allMatch(free::get).doesNotContain(5);
      assertThat(picked.getLast() - picked.getFirst()).isEqualTo(2);
      assertThat(picked.getFirst() / SEATS).isEqualTo(picked.getLast() / SEATS);
    }
  }

  @Test
  void theFrontIsWhatMostWant() {
    Taste taste = new Taste(HOUSE, new SplittableRandom(3), true);
    int front = 0;
    for (int i = 0; i < 1_000; i++) {
      Wish.Named wish = (Wish.Named) taste.choose(sight(allFree(), 0), 1);
      front += wish.seats().getFirst().matches("[0-4]-.") ? 1 : 0;
    }

    assertThat(front).as("of 1,000, a quarter of the seats").isGreaterThan(550);
  }

  @Test
  void theLastRunIsFound_andWhereThereIsNoneNothingIsAsked() {
    BitSet free = new BitSet();
    free.set(197, 200);
    Taste taste = new Taste(HOUSE, new SplittableRandom(3), true);

    assertThat(taste.choose(sight(free, 0), 3))
        .isEqualTo(new Wish.Named(List.of("19-7", "19-8", "19-9")));
    assertThat(taste.choose(sight(free, 0), 4)).isNull();
    assertThat(taste.choose(sight(new BitSet(), 0), 1)).isNull();
  }

  @Test
  void anAccessiblePlaceIsNamedByWhoNeedsIt_whenOnlySuchAreLeft() {
    BitSet free = new BitSet();
    free.set(5);
    Taste taste = new Taste(HOUSE, new SplittableRandom(3), true);

    assertThat(taste.choose(sight(free, 0), 2)).isNull();
    assertThat(taste.choose(sight(free, 0), 1)).isEqualTo(new Wish.Named(List.of("0-5")));
  }

  @Test
  void botsAskWithoutSeeing() {
    assertThat(new Taste(HOUSE, new SplittableRandom(3), true).blind(2))
        .isInstanceOf(Wish.Named.class);
    assertThat(new Taste(HOUSE, new SplittableRandom(3), false).blind(2))
        .isInstanceOf(Wish.Best.class);
  }

  @Test
  void standingPlacesAreChosenAsOftenAsThereAreSome() {
    House withPit = house(List.of(new Area("PIT", "FLOOR")));
    Taste taste = new Taste(withPit, new SplittableRandom(3), false);
    int standing = 0;
    for (int i = 0; i < 1_000; i++) {
      standing += taste.choose(sight(allFree(), 200), 2) instanceof Wish.Standing ? 1 : 0;
    }

    assertThat(standing).isBetween(430, 570);
  }

  @Test
  void wishesAreSaidInTheContractsWords() {
    assertThat(new Wish.Named(List.of("A-1")).json(Shop.JSON)).isEqualTo("{\"seats\":[\"A-1\"]}");
    assertThat(new Wish.Best("STALLS", 2).json(Shop.JSON))
        .isEqualTo("{\"bestAvailable\":{\"zone\":\"STALLS\",\"quantity\":2}}");
    assertThat(new Wish.Standing("PIT", 2).json(Shop.JSON))
        .isEqualTo("{\"area\":\"PIT\",\"quantity\":2}");
  }
}
