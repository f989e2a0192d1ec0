package org.counterfoil.feed.kafka;

import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A record as it came from a partition.
 *
 * @param position the event's, or how far a marker says that everything was relayed
 * @param previous the position of the last event of this partition before it; -1 for none
 * @param offset in the partition
 * @param event missing for a marker
 */
record Arrival(long position, long previous, long offset, @Nullable RecordedEvent event) {}
