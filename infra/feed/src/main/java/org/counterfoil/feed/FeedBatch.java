package org.counterfoil.feed;

import java.util.List;
import org.counterfoil.eventstore.log.RecordedEvent;

/**
 * What a reader delivered.
 *
 * @param events in order per organisation
 * @param reached where to go on once the events have been taken in
 */
public record FeedBatch(List<RecordedEvent> events, FeedPosition reached) {

  public FeedBatch {
    events = List.copyOf(events);
  }
}
