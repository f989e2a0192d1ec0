package org.counterfoil.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.counterfoil.feed.FeedPosition.Partition;
import org.junit.jupiter.api.Test;

class FeedPositionTest {

  private static final FeedPosition UNEVEN =
      new FeedPosition("a", List.of(new Partition(7, 3), new Partition(5, 9)));

  @Test
  void isTheLeastOverItsPartitions() {
    assertThat(UNEVEN.position()).isEqualTo(5);
    assertThat(FeedPosition.BEGINNING.position()).isEqualTo(-1);
  }

  @Test
  void losesItsOffsetsInATopicThatWasCreatedAgain() {
    assertThat(UNEVEN.in("a", 2)).isEqualTo(UNEVEN);
    assertThat(UNEVEN.in("b", 2))
        .isEqualTo(new FeedPosition("b", List.of(new Partition(7, 0), new Partition(5, 0))));
  }

  @Test
  void changesTheCarrierWhereAllPartitionsAreLevel() {
    FeedPosition level = new FeedPosition("log", List.of(new Partition(7, 8)));
    assertThat(level.in("a", 2))
        .isEqualTo(new FeedPosition("a", List.of(new Partition(7, 0), new Partition(7, 0))));
    assertThat(FeedPosition.BEGINNING.in("a", 1).position()).isEqualTo(-1);
    assertThatThrownBy(() -> UNEVEN.in("log", 1))
        .isInstanceOf(UnusableFeedPosition.class)
        .hasMessageContaining("Expected a position of log with 1 partitions, or one that is even");
  }

  @Test
  void coversWhatEachPartitionCovers() {
    assertThat(UNEVEN.covers(UNEVEN)).isTrue();
    assertThat(UNEVEN.covers(FeedPosition.BEGINNING)).isTrue();
    assertThat(FeedPosition.BEGINNING.covers(UNEVEN)).isFalse();
    assertThat(
            UNEVEN.covers(new FeedPosition("a", List.of(new Partition(6, 0), new Partition(6, 0)))))
        .isFalse();
  }
}
