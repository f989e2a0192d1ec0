package org.counterfoil.feed.projection;

import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Turns events into rows of its own tables. A projection adds, it does not decide: rows are
 * functions of events and of nothing else (no clock, no chance, no id making, no sequence or
 * default that counts), so that a rebuild gives the same rows.
 *
 * <pre>{@code
 * final class SalesProjection implements Projection {
 *   public String name() { return "sales"; }
 *   public String ddl() { return "sales.sql"; }
 *   public Set<Class<? extends Event>> handles() { return Set.of(SeatHoldEvent.class); }
 *   public String key(RecordedEvent event) { … performanceId().toString() … }
 *   public void apply(RecordedEvent event, JdbcClient tables) {
 *     switch ((SeatHoldEvent) event.envelope().payload()) {
 *       case HoldPlaced placed -> tables.sql("insert into hold …").param(…).update();
 *       …
 *     }
 *   }
 * }
 * }</pre>
 *
 * <p>Events of one organisation come in order. Between organisations (and events that belong to
 * none) no order is promised: on Kafka it differs from the log's. What must be seen in order has
 * one organisation.
 */
public interface Projection {

  /**
   * Names the schema that holds its tables, and the database role that owns them: a lower-case
   * identifier of at most 40 letters, digits and underscores.
   */
  String name();

  /**
   * The script that creates its tables, found on the classpath as {@link Class#getResource} finds
   * it from the projection's class. Names are unqualified: the same script fills the live schema
   * and, for rebuilds and checks, others. {@code checkpoint}, {@code parked} and {@code
   * schema_version} are taken. What the script does not say, such as grants given by hand, is gone
   * after a rebuild. When the script changes, the projection rebuilds itself.
   */
  String ddl();

  /** The events it applies, by class or sealed type; all others pass without being looked at. */
  Set<Class<? extends Event>> handles();

  /**
   * The key whose events depend on each other, such as a performance's id. If an event cannot be
   * applied, every later one of its key is held back, while other keys go on. Also what listeners
   * are told has changed. MUST NOT hold personal data, and MUST NOT fail.
   */
  String key(RecordedEvent event);

  /**
   * Applies one event. Runs in the transaction that also keeps the position. An exception rolls
   * back what this event did, and parks it.
   *
   * @param tables finds the projection's tables by their unqualified names
   */
  void apply(RecordedEvent event, JdbcClient tables);

  /**
   * Applies many events, in order, with the same effect as one after the other. Worth overriding
   * where rebuilds shall be fast: read once, sum up in memory, write once. If it fails, everything
   * is rolled back and the events are applied one by one.
   */
  default void applyAll(List<RecordedEvent> events, JdbcClient tables) {
    events.forEach(event -> apply(event, tables));
  }

  /**
   * Whether an operator may give up a parked event. Not where its loss would make books or records
   * wrong.
   */
  default boolean mayDiscard() {
    return false;
  }
}
