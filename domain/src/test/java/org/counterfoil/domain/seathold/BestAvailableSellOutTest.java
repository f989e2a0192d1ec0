package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A stadium is sold out by best available: every seat once. */
class BestAvailableSellOutTest {

  /** 1: 18 %, 2: 47 %, 3: 12 %, 4: 19 %, 5 and 6: 4 %: how people come to an onsale. */
  private static final int[] PARTIES = parties();

  @Test
  void eightyThousandSeatsAreSoldOnce() {
    Random random = new Random(80_000);
    House stadium = House.empty(2_000, 40, random);
    BitSet sold = new BitSet();

    while (sold.cardinality() < 80_000) {
      int quantity = PARTIES[random.nextInt(100)];
      List<Integer> seats = stadium.choose(quantity);
      if (seats.isEmpty()) {
        assertThat(80_000 - sold.cardinality()).as("all or nobody").isLessThan(quantity);
        seats = stadium.choose(1);
      }
      seats.forEach(seat -> assertThat(sold.get(seat)).as("seat %d", seat).isFalse());
      stadium.set(seats, false);
      seats.forEach(sold::set);
    }

    assertThat(sold.cardinality()).isEqualTo(80_000);
    assertThat(stadium.choose(1)).isEmpty();
  }

  private static int[] parties() {
    int[] sizes = new int[100];
    int[] upTo = {18, 65, 77, 96, 98, 100};
    for (int i = 0; i < 100; i++) {
      int size = 1;
      while (i >= upTo[size - 1]) {
        size++;
      }
      sizes[i] = size;
    }
    return sizes;
  }
}
