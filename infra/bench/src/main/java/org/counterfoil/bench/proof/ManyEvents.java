package org.counterfoil.bench.proof;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.counterfoil.bench.Stage;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.integrity.checkpoint.LogKeys;
import org.counterfoil.eventstore.integrity.growth.IntegritySettings;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A log of holds of two seats that are placed and given back, and the tree over it. */
final class ManyEvents {

  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.123456Z");
  private static final int PER_STREAM = 2_000;
  private static final int BATCH = 2_000;
  private static final Duration SOON = Duration.ofMillis(50);
  private static final String INSERT =
      """
      insert into log.event (position, stream_id, stream_type, sequence, event_id, name, revision,
        organisation_id, hold_id, recorded_at, entry)
      values (?, ?, 'performance', ?, ?, ?, ?, null, ?, ?::timestamptz, ?)
      """;

  private final EventCodec codec = EventCodec.domain();

  private ManyEvents() {}

  /** Fills the log and the tree; answers how many bytes the entries have. */
  static long fill(Stage stage, String database, int events) throws Exception {
    JdbcTemplate writer =
        new JdbcTemplate(
            new DriverManagerDataSource(
                stage.postgres().jdbcUrl(database) + "?reWriteBatchedInserts=true",
                DatabaseRoles.WRITER,
                stage.postgres().passwordOf(DatabaseRoles.WRITER)));
    ManyEvents source = new ManyEvents();
    long bytes = 0;
    List<Object[]> rows = new ArrayList<>();
    for (int position = 0; position < events; position++) {
      Envelope envelope = envelope(position);
      byte[] entry = source.codec.encode(envelope);
      bytes += entry.length;
      rows.add(row(position, envelope, entry));
      if (rows.size() == BATCH || position == events - 1) {
        writer.batchUpdate(INSERT, rows);
        rows.clear();
      }
    }
    new JdbcTemplate(stage.superuser(database)).execute("vacuum analyze log.event");
    grow(stage, database, events);
    return bytes;
  }

  private static Object[] row(long position, Envelope envelope, byte[] entry) {
    return new Object[] {
      position,
      envelope.streamId(),
      envelope.sequence(),
      envelope.eventId(),
      envelope.name(),
      envelope.revision(),
      ((SeatHoldEvent) envelope.payload()).holdId().value(),
      envelope.recordedAt().toString(),
      entry
    };
  }

  private static Envelope envelope(int number) {
    int stream = number / PER_STREAM;
    PerformanceId performance = new PerformanceId(new UUID(stream, 1));
    HoldId hold = new HoldId(new UUID(number / 2, 2));
    boolean isFirst = number % 2 == 0;
    return new Envelope(
        new UUID(number, 3),
        performance.value(),
        "performance",
        number % PER_STREAM,
        isFirst ? "seat-hold.placed" : "seat-hold.released",
        isFirst ? 3 : 1,
        NOON.plusMillis(number),
        null,
        Actor.SYSTEM,
        new UUID(number, 4),
        isFirst
            ? new HoldPlaced(
                performance,
                hold,
                List.of(seat(number % PER_STREAM), seat(number % PER_STREAM + 1)),
                List.of(),
                NOON.plusSeconds(480),
                1,
                new SalesChannel("WEB"),
                false,
                null,
                null,
                null)
            : new HoldReleased(performance, hold, null));
  }

  private static HeldSeat seat(int index) {
    return new HeldSeat(index, new SeatId("ORCH-A-" + index), new ZoneName("STALLS"));
  }

  private static void grow(Stage stage, String database, int events) throws InterruptedException {
    Path keys = stage.settings().folder().resolve("keys-" + database);
    try (LogIntegrity integrity =
        new LogIntegrity(
            new DriverManagerDataSource(
                stage.postgres().jdbcUrl(database),
                DatabaseRoles.INTEGRITY,
                stage.postgres().passwordOf(DatabaseRoles.INTEGRITY)),
            LogKeys.open(keys),
            Clock.systemUTC(),
            IntegritySettings.signingEvery(SOON))) {
      integrity.start();
      CountDownLatch never = new CountDownLatch(1);
      while (integrity.status().signedSize() < events) {
        never.await(SOON.toMillis(), TimeUnit.MILLISECONDS);
      }
    }
  }
}
