package org.counterfoil.http.access;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** The access events as the log has them. */
public final class LogHistory implements AccessHistory {

  private static final int BATCH = 1_000;

  private final EventLog log;

  public LogHistory(EventLog log) {
    this.log = log;
  }

  @Override
  public List<Entry> after(long position) {
    return log.readAccessEvents(position, BATCH).stream().map(LogHistory::entry).toList();
  }

  private static Entry entry(RecordedEvent recorded) {
    Event payload = recorded.envelope().payload();
    if (payload instanceof AccessEvent event) {
      return new Entry(recorded.position(), event);
    }
    throw new IllegalStateException(
        "Expected an access event at position " + recorded.position() + ", but it is another");
  }
}
