package org.counterfoil.eventstore.engine;

import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The log's events for Axon's tracking readers. A token is a position: there are no gaps. */
final class LogReading extends Spliterators.AbstractSpliterator<TrackedEventMessage<?>> {

  private static final int PAGE = 1000;

  private final EventLog log;
  private long position;
  private Iterator<RecordedEvent> page = List.<RecordedEvent>of().iterator();

  LogReading(EventLog log, long afterPosition) {
    super(Long.MAX_VALUE, Spliterator.NONNULL | Spliterator.ORDERED | Spliterator.DISTINCT);
    this.log = log;
    this.position = afterPosition;
  }

  /** The position that a token stands for; -1, the beginning, for none. */
  static long position(@Nullable TrackingToken token) {
    TrackingToken lowest = token == null ? null : WrappedToken.unwrapLowerBound(token);
    if (lowest == null) {
      return -1;
    }
    if (lowest instanceof GlobalSequenceTrackingToken sequence) {
      return sequence.getGlobalIndex();
    }
    throw new IllegalArgumentException("Expected a GlobalSequenceTrackingToken, but got " + token);
  }

  @Override
  public boolean tryAdvance(Consumer<? super TrackedEventMessage<?>> action) {
    if (!page.hasNext()) {
      page = log.read(position, PAGE).iterator();
    }
    if (!page.hasNext()) {
      return false;
    }
    RecordedEvent event = page.next();
    position = event.position();
    action.accept(
        new GenericTrackedDomainEventMessage<>(
            new GlobalSequenceTrackingToken(position), AxonEvents.message(event.envelope())));
    return true;
  }
}
