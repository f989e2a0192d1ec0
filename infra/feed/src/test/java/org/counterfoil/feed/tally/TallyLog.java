package org.counterfoil.feed.tally;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.codec.EventCatalogue;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A log of tally events, written in one transaction per call as the store does it. */
public final class TallyLog implements AutoCloseable {

  /** What every reader knows. */
  public static final EventCodec CODEC =
      new EventCodec(
          EventCatalogue.of(List.of(TallyEvent.class, TallyEvent.Remarked.class)), List.of());

  private static final EventCodec WRITERS_CODEC =
      new EventCodec(
          EventCatalogue.of(
              List.of(TallyEvent.class, TallyEvent.Remarked.class, TallyEvent.Invented.class)),
          List.of());

  private static final Instant BEGINNING = Instant.parse("2026-01-01T00:00:00Z");

  private final JdbcTemplate writer;
  private final EventLog log;
  private final EventTail tail;
  private final Map<UUID, Long> sequences = new HashMap<>();
  private long next;

  public TallyLog(TestDatabase database) {
    this.writer = new JdbcTemplate(database.superuser());
    this.log = new EventLog(database.reader(), CODEC);
    this.tail = EventTail.start(database.reader());
  }

  public EventLog log() {
    return log;
  }

  public EventTail tail() {
    return tail;
  }

  /** The last position; -1 for none. */
  public long last() {
    return next - 1;
  }

  /** Records events of one organisation's, or nobody's, tally; answers the last position. */
  public synchronized long record(@Nullable OrganisationId organisation, Event... events) {
    List<Object[]> rows = new ArrayList<>();
    for (Event event : events) {
      rows.add(row(organisation, event));
    }
    return insert(rows);
  }

  /** Records many counts and some clearings, over some organisations; answers the last position. */
  public synchronized long recordSome(Random random, int count) {
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int number = random.nextInt(20);
      UUID tally = tally(number);
      int kind = random.nextInt(20);
      Event event =
          kind == 0
              ? new TallyEvent.Cleared(tally)
              : kind == 1
                  ? new TallyEvent.Remarked(tally)
                  : new TallyEvent.Counted(tally, random.nextInt(3));
      rows.add(row(number == 0 ? null : organisation(number % 7), event));
    }
    return insert(rows);
  }

  public static UUID tally(int number) {
    return new UUID(1, number);
  }

  public static OrganisationId organisation(int number) {
    return new OrganisationId(new UUID(2, number));
  }

  private Object[] row(@Nullable OrganisationId organisation, Event event) {
    UUID stream =
        switch (event) {
          case TallyEvent tally -> tally.tally();
          case TallyEvent.Remarked remark -> new UUID(3, remark.about().getLeastSignificantBits());
          default -> new UUID(4, 0);
        };
    long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
    EventCatalogue.Entry entry = WRITERS_CODEC.catalogue().entryOf(event);
    Envelope envelope =
        new Envelope(
            new UUID(5, next),
            stream,
            "tally",
            sequence,
            entry.name(),
            entry.revision(),
            BEGINNING.plusSeconds(next),
            organisation,
            Actor.SYSTEM,
            new UUID(6, next),
            event);
    return new Object[] {
      next++,
      stream,
      "tally",
      sequence,
      envelope.eventId(),
      entry.name(),
      entry.revision(),
      BEGINNING.atOffset(java.time.ZoneOffset.UTC),
      WRITERS_CODEC.encode(envelope)
    };
  }

  private long insert(List<Object[]> rows) {
    writer.execute(
        (org.springframework.jdbc.core.ConnectionCallback<Boolean>)
            connection -> {
              connection.setAutoCommit(false);
              JdbcTemplate transaction =
                  new JdbcTemplate(
                      new org.springframework.jdbc.datasource.SingleConnectionDataSource(
                          connection, true));
              transaction.batchUpdate(
                  """
                  insert into log.event (position, stream_id, stream_type, sequence, event_id, name,
                    revision, recorded_at, entry) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                  """,
                  rows);
              transaction.queryForList(
                  "select pg_notify(?, ?)::text", EventTail.CHANNEL, Long.toString(next - 1));
              connection.commit();
              return true;
            });
    return next - 1;
  }

  @Override
  public void close() {
    tail.close();
  }
}
