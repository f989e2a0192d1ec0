package org.counterfoil.eventstore.engine;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** A stream's events, fetched page by page, so that a long stream is never in memory as a whole. */
final class StreamReading implements DomainEventStream {

  private static final int PAGE = 1000;

  private final EventLog log;
  private final UUID stream;
  private Iterator<RecordedEvent> page = List.<RecordedEvent>of().iterator();
  private @Nullable RecordedEvent next;
  private long nextSequence;
  private boolean isLastPage;
  private @Nullable Long lastSequence;

  StreamReading(EventLog log, UUID stream, long firstSequence) {
    this.log = log;
    this.stream = stream;
    this.nextSequence = firstSequence;
    advance();
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public DomainEventMessage<?> peek() {
    return AxonEvents.message(required().envelope());
  }

  @Override
  public DomainEventMessage<?> next() {
    RecordedEvent event = required();
    lastSequence = event.envelope().sequence();
    advance();
    return AxonEvents.message(event.envelope());
  }

  /** Null until an event was taken, which is how Axon tells an empty stream. */
  @Override
  public @Nullable Long getLastSequenceNumber() {
    return lastSequence;
  }

  private RecordedEvent required() {
    if (next == null) {
      throw new NoSuchElementException("Expected another event of stream " + stream);
    }
    return next;
  }

  private void advance() {
    if (!page.hasNext() && !isLastPage) {
      List<RecordedEvent> fetched = log.readStream(stream, nextSequence, PAGE);
      page = fetched.iterator();
      nextSequence += fetched.size();
      isLastPage = fetched.size() < PAGE;
    }
    next = page.hasNext() ? page.next() : null;
  }
}
