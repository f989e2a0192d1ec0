package org.counterfoil.feed.tally;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.counterfoil.domain.Event;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sums per tally. Fails at will. */
public final class TallyProjection implements Projection {

  private volatile Predicate<RecordedEvent> isPoison = event -> false;
  private volatile Runnable beforeEach = () -> {};
  private volatile String script = "tally.sql";
  private volatile boolean mayDiscard = true;

  /** From now on fails at these events. */
  public TallyProjection poisonedBy(Predicate<RecordedEvent> poison) {
    isPoison = poison;
    return this;
  }

  /** From now on does this before each event. */
  public TallyProjection before(Runnable action) {
    beforeEach = action;
    return this;
  }

  /** Makes its tables by another script. */
  public TallyProjection madeBy(String otherScript) {
    script = otherScript;
    return this;
  }

  /** No event may be lost. */
  public TallyProjection keepingAll() {
    mayDiscard = false;
    return this;
  }

  @Override
  public String name() {
    return "tally";
  }

  @Override
  public String ddl() {
    return script;
  }

  @Override
  public Set<Class<? extends Event>> handles() {
    return Set.of(TallyEvent.class);
  }

  @Override
  public String key(RecordedEvent event) {
    return ((TallyEvent) event.envelope().payload()).tally().toString();
  }

  @Override
  public boolean mayDiscard() {
    return mayDiscard;
  }

  @Override
  public void apply(RecordedEvent event, JdbcClient tables) {
    beforeEach.run();
    tables.sql("insert into applied values (?)").param(event.position()).update();
    switch ((TallyEvent) event.envelope().payload()) {
      case TallyEvent.Counted counted -> count(counted, event.position(), tables);
      case TallyEvent.Cleared cleared ->
          tables.sql("update tally set sum = 0 where id = ?").param(cleared.tally()).update();
    }
    if (isPoison.test(event)) {
      throw new IllegalStateException("Expected an event that can be applied: secret@example.org");
    }
  }

  private static void count(TallyEvent.Counted counted, long position, JdbcClient tables) {
    tables
        .sql("insert into counted values (?, ?)")
        .params(List.of(counted.tally(), counted.amount()))
        .update();
    tables
        .sql(
            """
            insert into tally values (:id, :amount, 1, :position)
            on conflict (id) do update set sum = tally.sum + :amount, events = tally.events + 1,
              last_position = :position
            """)
        .param("id", counted.tally())
        .param("amount", counted.amount())
        .param("position", position)
        .update();
  }
}
