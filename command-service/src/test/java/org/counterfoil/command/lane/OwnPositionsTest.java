package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.lane.OwnPositions.Range;
import org.junit.jupiter.api.Test;

class OwnPositionsTest {

  private final OwnPositions own = new OwnPositions();

  @Test
  void aloneNothingIsOthers() {
    own.add(0, 4);
    own.add(5, 5);
    own.add(6, 9);

    assertThat(own.takeOthers(-1, 9)).isEmpty();
  }

  @Test
  void whatLiesBetweenIsOthers() {
    own.add(7, 8);
    own.add(2, 3);

    assertThat(own.takeOthers(-1, 10))
        .containsExactly(new Range(0, 1), new Range(4, 6), new Range(9, 10));
  }

  @Test
  void whatReachesBeyondTheEndIsOursAlsoNextTime() {
    own.add(5, 9);

    assertThat(own.takeOthers(3, 6)).containsExactly(new Range(4, 4));
    assertThat(own.takeOthers(6, 10)).containsExactly(new Range(10, 10));
  }
}
