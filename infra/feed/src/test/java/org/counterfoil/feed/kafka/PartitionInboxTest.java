package org.counterfoil.feed.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.counterfoil.domain.Actor;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.FeedPosition;
import org.counterfoil.feed.tally.TallyEvent.Counted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartitionInboxTest {

  private static final int EVENTS = 200;

  @ParameterizedTest(name = "at most {0} held back")
  @ValueSource(ints = {1, 3, 10_000})
  void deliversEachEventOnceInOrderFromAnyDisorder(int mostEarly) {
    for (long seed = 0; seed < 300; seed++) {
      List<Arrival> partition = disordered(new Random(seed));
      PartitionInbox inbox =
          new PartitionInbox(new FeedPosition.Partition(-1, 0), Long.MAX_VALUE, mostEarly, true);

      assertThat(deliver(partition, inbox)).as("seed %d", seed).isEqualTo(positions(EVENTS));
      assertThat(inbox.position().offset()).isLessThanOrEqualTo(partition.size());
      assertThat(inbox.early()).isZero();
    }
  }

  @Test
  void goesOnAfterARestartAtAnyMoment() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      List<Arrival> partition = disordered(random);
      List<Long> delivered = new ArrayList<>();
      FeedPosition.Partition from = new FeedPosition.Partition(-1, 0);
      for (int life = 0; life < 5; life++) {
        PartitionInbox inbox = new PartitionInbox(from, Long.MAX_VALUE, 10, true);
        int end = life == 4 ? Integer.MAX_VALUE : random.nextInt(partition.size());
        delivered.addAll(deliver(partition, inbox, end));
        from = inbox.position();
      }
      assertThat(delivered).as("seed %d", seed).isEqualTo(positions(EVENTS));
    }
  }

  @Test
  void stopsExactlyWhereItIsToldTo() {
    for (long seed = 0; seed < 300; seed++) {
      Random random = new Random(seed);
      int until = random.nextInt(EVENTS);
      PartitionInbox inbox =
          new PartitionInbox(new FeedPosition.Partition(-1, 0), 10L * until + 5, 10, true);

      assertThat(deliver(disordered(random), inbox))
          .as("seed %d", seed)
          .isEqualTo(positions(until + 1));
      assertThat(inbox.isFinished()).isTrue();
      assertThat(inbox.position().reached()).isEqualTo(10L * until + 5);
    }
  }

  @Test
  void aMarkerMovesOnButNotOverWhatIsMissing() {
    PartitionInbox inbox =
        new PartitionInbox(new FeedPosition.Partition(-1, 0), Long.MAX_VALUE, 10, true);
    List<RecordedEvent> delivered = new ArrayList<>();

    inbox.take(new Arrival(70, -1, 0, null), delivered);
    assertThat(inbox.position()).isEqualTo(new FeedPosition.Partition(70, 1));
    inbox.take(new Arrival(99, 80, 1, null), delivered);
    assertThat(inbox.position()).isEqualTo(new FeedPosition.Partition(70, 1));
    assertThat(inbox.isGapped()).isTrue();
    inbox.take(new Arrival(80, -1, 2, event(80)), delivered);
    assertThat(inbox.position()).isEqualTo(new FeedPosition.Partition(99, 3));
    assertThat(delivered).extracting(RecordedEvent::position).containsExactly(80L);
  }

  private static List<Long> deliver(List<Arrival> partition, PartitionInbox inbox) {
    return deliver(partition, inbox, Integer.MAX_VALUE);
  }

  /** Reads as the reader does, at most so many records. */
  private static List<Long> deliver(List<Arrival> partition, PartitionInbox inbox, int most) {
    List<RecordedEvent> delivered = new ArrayList<>();
    int offset = (int) inbox.position().offset();
    for (int read = 0; read < most && offset < partition.size(); read++) {
      inbox.take(partition.get(offset), delivered);
      offset++;
      if (!inbox.isFinished() && inbox.mustReadAgain()) {
        offset = (int) inbox.position().offset();
        inbox.readAgainFrom(offset);
      }
    }
    return delivered.stream().map(RecordedEvent::position).toList();
  }

  /** Events at 0, 10, 20 … and markers between, many twice, many early. */
  private static List<Arrival> disordered(Random random) {
    List<Long> order = new ArrayList<>();
    LongStream.range(0, EVENTS).map(n -> 10 * n).forEach(order::add);
    order.add(10L * EVENTS - 1); // the last marker
    for (int i = 0; i < order.size(); i++) {
      int other = Math.min(order.size() - 1, i + 1 + random.nextInt(20));
      switch (random.nextInt(5)) {
        case 0 -> order.add(other, order.get(i));
        case 1 -> Collections.swap(order, i, other);
        case 2 -> order.add(i + 1, order.get(i) / 10 * 10 + 5);
        default -> {}
      }
    }
    List<Arrival> arrivals = new ArrayList<>();
    for (int offset = 0; offset < order.size(); offset++) {
      long position = order.get(offset);
      boolean isEvent = position % 10 == 0;
      long previous = isEvent ? position - 10 : position / 10 * 10;
      arrivals.add(
          new Arrival(position, Math.max(-1, previous), offset, isEvent ? event(position) : null));
    }
    return arrivals;
  }

  private static List<Long> positions(int count) {
    return LongStream.range(0, count).map(n -> 10 * n).boxed().toList();
  }

  private static RecordedEvent event(long position) {
    UUID id = new UUID(0, position);
    Envelope envelope =
        new Envelope(
            id,
            id,
            "tally",
            0,
            "tally.counted",
            1,
            Instant.EPOCH,
            null,
            Actor.SYSTEM,
            id,
            new Counted(id, 1));
    return new RecordedEvent(position, envelope, new byte[0]);
  }
}
