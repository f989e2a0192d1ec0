package org.counterfoil.eventstore.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.codec.UnknownEventName;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the log. Positions are dense and become visible in their order, so "after the last one I
 * have seen" never misses an event; whoever finds a gap has found damage, and stops.
 *
 * <p>Needs no more than {@code SELECT} on {@code log.event}; takes part in the caller's transaction
 * where there is one. Every reading method throws {@link UnknownEventName} for an event that this
 * version does not know.
 */
public final class EventLog {

  private static final String SELECT = "select position, entry from log.event ";
  private static final String AFTER = SELECT + "where position > ? order by position limit ?";

  /** The condition is spelled as in the partial index, which is used for nothing else. */
  private static final String ACCESS =
      SELECT + "where name like 'access.%' and position > ? order by position limit ?";

  private static final String NETWORKS =
      SELECT + "where name like 'network.%' and position > ? order by position limit ?";

  private static final String WAITING_ROOMS =
      SELECT + "where name like 'waiting-room.%' and position > ? order by position limit ?";

  private static final String TICKETS =
      SELECT
          + "where name in ('seat-hold.sold', 'order.ticket-reissued', 'order.ticket-transferred',"
          + " 'ticket.voided')"
          + " and position > ? order by position limit ?";

  private static final String TERMS =
      SELECT
          + "where stream_type = 'performance' and hold_id is null and stream_id = ?"
          + " and (name like 'performance.%' or name = 'waiting-room.set')"
          + " order by sequence";

  private static final String MOVES =
      SELECT
          + "where stream_type = 'performance' and hold_id is null and stream_id = ?"
          + " and name in ('performance.rescheduled', 'performance.cancelled')"
          + " order by sequence";

  private static final String MOVED =
      SELECT + "where name = 'performance.rescheduled' and position > ? order by position limit ?";

  private static final String HELD_BACK =
      SELECT
          + "where stream_type = 'performance' and hold_id is null and stream_id = ?"
          + " and (name like 'hold-code.%' or name like 'places.%' or name like 'allotment.%')"
          + " order by sequence";

  /** Who waits: joined, not left, and not offered a hold of the same id. */
  private static final String WAITING =
      SELECT
          + """
          as joined where joined.stream_id = ? and name = 'waiting-list.joined'
            and sequence <= ?
            and not exists (
              select 1 from log.event as ended
              where ended.hold_id = joined.hold_id
                and ended.name in ('waiting-list.left', 'seat-hold.placed'))
          order by sequence
          """;

  private static final String ERASURES =
      SELECT + "where name = 'personal-data.erased' and position > ? order by position limit ?";

  /** Without those that were read and given to nobody else. */
  static final String GIVEN =
      SELECT
          + "where name = 'personal-data.disclosed'"
          + " and log.payload_text(entry, 'recipient') is not null"
          + " and log.payload_texts(entry, 'subjects') && cast(? as text[])"
          + " order by position";

  /** The condition is spelled as in the partial index. */
  private static final String CONSENT_ENDS =
      SELECT
          + "where name in ('consent.withdrawn', 'consent.refused', 'consent.expired',"
          + " 'consent.confirmation-awaited', 'objection.made', 'data-subject.merged')"
          + " and position > ? order by position limit ?";

  /** How an order began, and where its tickets went; the rest of its stream is not looked at. */
  static final String PERFORMANCES_OF =
      """
      select position, entry from (
        select position, sequence, entry from log.event where stream_id = ? and sequence < 2
        union
        select position, sequence, entry from log.event
        where stream_id = ? and name = 'order.tickets-exchanged-elsewhere') as found
      order by sequence
      """;

  private static final String IS_COMPLETED =
      "select exists (select 1 from log.event where stream_id = ? and name = 'order.completed')";

  private static final String HAS_CAPTURES =
      "select exists (select 1 from log.event where name = 'personal-data.captured')";

  /** Spelled as in the indexes, which are used for nothing else. */
  private static final String PAID_BY_REFERENCE =
      SELECT
          + "where name = 'order.payment-captured' and organisation_id = ?"
          + " and log.payload_text(entry, 'reference') = ?"
          + " order by position desc limit ?";

  private static final String PAYMENT =
      SELECT
          + "where name in ('order.payment-captured', 'order.payment-started')"
          + " and organisation_id = ?"
          + " and log.payload_text(entry, 'paymentId') = ?"
          + " order by position desc limit ?";

  private static final String STREAM =
      SELECT + "where stream_id = ? and sequence >= ? order by sequence limit ?";
  private static final String HOLD = SELECT + "where hold_id = ? order by position";
  private static final String SCANS =
      SELECT
          + "where hold_id = any(cast(? as uuid[])) and stream_type = 'admission' order by position";
  private static final String TOLD_FOR =
      SELECT
          + "where hold_id = any(cast(? as uuid[])) and name = 'personal-data.captured'"
          + " order by position";
  private static final String LAST = "select coalesce(max(position), -1) from log.event";
  private static final String LAST_OF_STREAM =
      "select position from log.event where stream_id = ? order by sequence desc limit 1";
  private static final String LAST_SEQUENCE =
      "select sequence from log.event where stream_id = ? order by sequence desc limit 1";

  private static final String BEFORE_TIME =
      """
      select coalesce(
        (select min(position) - 1 from log.event where recorded_at >= ?),
        (select max(position) from log.event),
        -1)
      """;

  private final JdbcClient jdbc;
  private final EventCodec codec;

  public EventLog(DataSource dataSource, EventCodec codec) {
    this.jdbc = JdbcClient.create(dataSource);
    this.codec = codec;
  }

  /**
   * Answers up to {@code max} events after a position, in order.
   *
   * @param afterPosition -1 for the beginning
   * @throws LogGap where a position is missing
   */
  public List<RecordedEvent> read(long afterPosition, int max) {
    List<RecordedEvent> events = list(AFTER, afterPosition, max);
    long expected = afterPosition + 1;
    for (RecordedEvent event : events) {
      if (event.position() != expected) {
        throw LogGap.ofPositions(expected, event.position());
      }
      expected++;
    }
    return events;
  }

  /** Answers up to {@code max} events named {@code access.…} after a position, in order. */
  public List<RecordedEvent> readAccessEvents(long afterPosition, int max) {
    return list(ACCESS, afterPosition, max);
  }

  /** Answers up to {@code max} events named {@code network.…} after a position, in order. */
  public List<RecordedEvent> readNetworkEvents(long afterPosition, int max) {
    return list(NETWORKS, afterPosition, max);
  }

  /** Answers up to {@code max} events named {@code waiting-room.…} after a position, in order. */
  public List<RecordedEvent> readWaitingRoomEvents(long afterPosition, int max) {
    return list(WAITING_ROOMS, afterPosition, max);
  }

  /** Answers up to {@code max} events by which tickets came and went after a position, in order. */
  public List<RecordedEvent> readTicketEvents(long afterPosition, int max) {
    return list(TICKETS, afterPosition, max);
  }

  /**
   * What was decided about a performance as a whole, in order; what happened to its places is not
   * read.
   */
  public List<RecordedEvent> readTerms(UUID performance) {
    return list(TERMS, performance);
  }

  /** How a performance was moved to other times, and that it was cancelled, in order. */
  public List<RecordedEvent> readMoves(UUID performance) {
    return list(MOVES, performance);
  }

  /** Answers up to {@code max} moves of any performance after a position, in order. */
  public List<RecordedEvent> readMovesAfter(long afterPosition, int max) {
    return list(MOVED, afterPosition, max);
  }

  /** Answers up to {@code max} erasures of anybody's data after a position, in order. */
  public List<RecordedEvent> readErasures(long afterPosition, int max) {
    return list(ERASURES, afterPosition, max);
  }

  /** How data of any of these people were given to a recipient, in order. */
  public List<RecordedEvent> readGiven(Collection<UUID> subjects) {
    return list(
        GIVEN, "{" + String.join(",", subjects.stream().map(UUID::toString).toList()) + "}");
  }

  /**
   * Answers up to {@code max} events after a position by which a consent may have ended, or waits
   * to be confirmed, in order.
   */
  public List<RecordedEvent> readConsentEnds(long afterPosition, int max) {
    return list(CONSENT_ENDS, afterPosition, max);
  }

  /**
   * The events of an order that say which performances it is for, in order: that it was placed and
   * of what it is a part, and that tickets were exchanged for those of another one.
   */
  public List<RecordedEvent> readPerformancesOf(UUID order) {
    return list(PERFORMANCES_OF, order, order);
  }

  /** Whether an order was completed: paid, free, or put on account. */
  public boolean isCompleted(UUID order) {
    return jdbc.sql(IS_COMPLETED).param(order).query(Boolean.class).single();
  }

  /** Whether anybody ever told anything of itself. Reads the whole log where nobody did. */
  public boolean hasCaptures() {
    return jdbc.sql(HAS_CAPTURES).query(Boolean.class).single();
  }

  /** Up to {@code max} payments that an organisation received under a reference, newest first. */
  public List<RecordedEvent> readPaidBy(UUID organisation, String reference, int max) {
    return list(PAID_BY_REFERENCE, organisation, reference, max);
  }

  /** How a payment of an organisation began and was received, newest first. */
  public List<RecordedEvent> readPayment(UUID organisation, UUID payment, int max) {
    return list(PAYMENT, organisation, payment.toString(), max);
  }

  /** What was held back of a performance and what came back to sale, in order. */
  public List<RecordedEvent> readHeldBack(UUID performance) {
    return list(HELD_BACK, performance);
  }

  /** Who waits for a performance's places and joined up to that sequence, in order. */
  public List<RecordedEvent> readWaiting(UUID performance, long lastSequence) {
    return list(WAITING, performance, lastSequence);
  }

  /**
   * Answers the whole of a stream, in order; empty where there is none.
   *
   * @throws LogGap where an event is missing
   */
  public List<RecordedEvent> readStream(UUID stream) {
    return readStream(stream, 0, Integer.MAX_VALUE);
  }

  /**
   * Answers up to {@code max} events of a stream from a sequence on, in order.
   *
   * @throws LogGap where an event is missing
   */
  public List<RecordedEvent> readStream(UUID stream, long firstSequence, int max) {
    List<RecordedEvent> events = list(STREAM, stream, firstSequence, max);
    long expected = firstSequence;
    for (RecordedEvent event : events) {
      if (event.envelope().sequence() != expected) {
        throw LogGap.ofSequences(stream, expected, event.envelope().sequence());
      }
      expected++;
    }
    return events;
  }

  /** The event by which a stream began. */
  public Optional<RecordedEvent> first(UUID stream) {
    return readStream(stream, 0, 1).stream().findFirst();
  }

  /** The life of one seat hold, in order; the rest of its performance's stream is not read. */
  public List<RecordedEvent> readHold(UUID holdId) {
    return list(HOLD, holdId);
  }

  /** What became of scans at doors, by their ids; nothing of those that are not known. */
  public List<RecordedEvent> readScans(Collection<UUID> scanIds) {
    return list(SCANS, "{" + String.join(",", scanIds.stream().map(UUID::toString).toList()) + "}");
  }

  /** What people told for orders, in order. */
  public List<RecordedEvent> readToldFor(Collection<UUID> orders) {
    return list(
        TOLD_FOR, "{" + String.join(",", orders.stream().map(UUID::toString).toList()) + "}");
  }

  /** The position of the last event; -1 where there is none. */
  public long lastPosition() {
    return jdbc.sql(LAST).query(Long.class).single();
  }

  /** The last position before the first event recorded at that time or later; -1 for none. */
  public long lastPositionBefore(Instant time) {
    return jdbc.sql(BEFORE_TIME).param(time.atOffset(ZoneOffset.UTC)).query(Long.class).single();
  }

  /** The position of a stream's last event; -1 where there is none. */
  public long lastPositionOf(UUID stream) {
    return jdbc.sql(LAST_OF_STREAM).param(stream).query(Long.class).optional().orElse(-1L);
  }

  /** The sequence of a stream's last event; -1 where there is none. */
  public long lastSequenceOf(UUID stream) {
    return jdbc.sql(LAST_SEQUENCE).param(stream).query(Long.class).optional().orElse(-1L);
  }

  private List<RecordedEvent> list(String sql, Object... parameters) {
    return jdbc.sql(sql).params(parameters).query(this::event).list();
  }

  private RecordedEvent event(ResultSet row, int number) throws SQLException {
    long position = row.getLong(1);
    byte[] entry = row.getBytes(2);
    try {
      return new RecordedEvent(position, codec.decode(entry), entry);
    } catch (UnknownEventName e) {
      throw e.at(position);
    }
  }
}
