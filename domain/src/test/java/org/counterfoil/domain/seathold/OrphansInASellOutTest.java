package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Over a whole sell-out of a stadium with parties that give back what they were given: a single
 * seat is left alone only where the house had no block of that size that leaves none.
 */
class OrphansInASellOutTest {

  private static final int ROWS = 2_000;
  private static final int LENGTH = 40;

  @Test
  void bestAvailableLeavesNoOrphanWhereItHadAChoice() {
    assertThat(sellOut(ROWS, House::choose)).isEmpty();
  }

  @Test
  void whoeverTakesTheFirstBlockThatFitsIsCaught() {
    assertThat(sellOut(50, OrphansInASellOutTest::firstThatFits)).isNotEmpty();
  }

  /** Answers the choices that broke the rule. */
  private static List<String> sellOut(int rows, BiFunction<House, Integer, List<Integer>> choice) {
    long seed = 20_261_123;
    System.out.println("seed " + seed);
    Random random = new Random(seed);
    House stadium = House.empty(rows, LENGTH, random);
    List<List<Integer>> given = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    int refused = 0;
    while (refused < 100) {
      int quantity = 1 + random.nextInt(6);
      List<Integer> chosen = choice.apply(stadium, quantity);
      refused = chosen.isEmpty() ? refused + 1 : 0;
      if (chosen.isEmpty()) {
        continue;
      }
      if (leavesAnOrphan(stadium, chosen) && hasBlockWithoutOrphan(stadium, quantity)) {
        faults.add(quantity + " from " + chosen.getFirst());
      }
      stadium.set(chosen, false);
      given.add(chosen);
      if (random.nextInt(10) == 0) {
        stadium.set(given.remove(random.nextInt(given.size())), true);
      }
    }
    return faults;
  }

  /** Only parties in one block are looked at: whom no block could take is given what there is. */
  private static boolean leavesAnOrphan(House house, List<Integer> chosen) {
    int first = chosen.getFirst();
    boolean isBlock = chosen.equals(NaiveChoice.block(first, chosen.size()));
    return isBlock && new NaiveChoice(house).orphans(first, chosen.size()) > 0;
  }

  /** A run of free seats has one unless it is shorter than the party, or longer by just one. */
  private static boolean hasBlockWithoutOrphan(House house, int quantity) {
    int run = 0;
    for (int seat = 0; seat <= house.plan.seatCount(); seat++) {
      boolean goesOn =
          seat < house.plan.seatCount() && house.free.get(seat) && (run == 0 || seat % LENGTH != 0);
      if (goesOn) {
        run++;
        continue;
      }
      if (run == quantity || run >= quantity + 2) {
        return true;
      }
      run = seat < house.plan.seatCount() && house.free.get(seat) ? 1 : 0;
    }
    return false;
  }

  private static List<Integer> firstThatFits(House house, int quantity) {
    NaiveChoice any = new NaiveChoice(house);
    return IntStream.range(0, house.plan.seatCount() - quantity + 1)
        .filter(first -> any.isBlock(first, quantity))
        .mapToObj(first -> NaiveChoice.block(first, quantity))
        .findFirst()
        .orElse(List.of());
  }
}
