package org.counterfoil.bench.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.command.aggregate.PerformanceSnapshots;
import org.counterfoil.domain.seathold.SeatInventory;
import org.junit.jupiter.api.Test;

class StadiumTest {

  private static final int SEATS = 1_000;
  private static final int BYTES_PER_HOLD = 250;

  private final Stadium stadium = new Stadium(SEATS).givenBack(100).sold(100).held(300);
  private final PerformanceSnapshots codec = new PerformanceSnapshots(stadium.plans());

  @Test
  void whatASnapshotIsReadToIsWhatItWasTakenOf() {
    byte[] content = codec.copy(stadium.aggregate()).get();

    SeatInventory read = codec.decode(content).state().inventory();

    SeatInventory taken = stadium.aggregate().state().inventory();
    assertThat(read.snapshot())
        .usingRecursiveComparison()
        .ignoringCollectionOrder()
        .isEqualTo(taken.snapshot());
    for (int seat = 0; seat < SEATS; seat++) {
      assertThat(read.isSold(seat)).isEqualTo(taken.isSold(seat));
      assertThat(read.isFree(seat)).isEqualTo(taken.isFree(seat));
    }
  }

  @Test
  void aCopyIsOfThatMoment_whateverHappensBeforeItIsWritten() {
    var copy = codec.copy(stadium.aggregate());
    stadium.held(50);

    PerformanceAggregate read = codec.decode(copy.get());

    assertThat(read.state().inventory().placedHolds()).hasSize(300);
  }

  @Test
  void itIsSmall() {
    assertThat(codec.copy(stadium.aggregate()).get().length).isLessThan(500 * BYTES_PER_HOLD);
  }
}
