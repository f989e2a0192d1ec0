package org.counterfoil.bench.edge;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.counterfoil.bench.Spread;
import org.counterfoil.bench.Stage;
import org.counterfoil.domain.waitingroom.Draw;
import org.counterfoil.domain.waitingroom.Entrants;
import org.counterfoil.domain.waitingroom.Seed;

/** How long it takes to draw the order of a million entrants, from their stored ids. */
final class DrawOfAMillion {

  private static final int ENTRANTS = 1_000_000;
  private static final int ID = 32;

  private DrawOfAMillion() {}

  /**
   * Seconds, of each round.
   *
   * @throws IllegalStateException where somebody has two places, or none
   */
  static Spread seconds(Stage stage) {
    byte[] ids = sortedIds();
    List<Double> seconds = new ArrayList<>();
    for (int round = -stage.settings().warmUps(); round < stage.settings().rounds(); round++) {
      byte[] seed = new byte[ID];
      new SplittableRandom(round).nextBytes(seed);
      long began = System.nanoTime();
      Draw draw = Draw.of(Entrants.of(ids), Seed.of(seed), null);
      double took = (System.nanoTime() - began) / 1e9;
      check(draw);
      if (round >= 0) {
        seconds.add(took);
      }
    }
    return Spread.of(seconds.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** As the table of visitors gives them: in order. */
  private static byte[] sortedIds() {
    SplittableRandom random = new SplittableRandom(1);
    byte[] ids = new byte[ENTRANTS * ID];
    random.nextBytes(ids);
    // The first four bytes count up, so that they are in order and each is another's.
    IntStream.range(0, ENTRANTS)
        .forEach(
            n -> {
              int first = n * 4_294;
              for (int b = 0; b < 4; b++) {
                ids[n * ID + b] = (byte) (first >>> (24 - 8 * b));
              }
            });
    return ids;
  }

  private static void check(Draw draw) {
    BitSet seen = new BitSet(ENTRANTS);
    for (int entrant = 0; entrant < ENTRANTS; entrant++) {
      int rank = draw.rankOf(entrant);
      if (seen.get(rank) || draw.entrantAt(rank) != entrant) {
        throw new IllegalStateException("Expected a place for each, but " + rank + " is taken");
      }
      seen.set(rank);
    }
  }
}
