package org.counterfoil.feed.projection;

import java.util.Set;

/**
 * Rows have changed, and are committed.
 *
 * @param projection its name
 * @param position every event up to and including this one is in the rows; over Kafka the events
 *     applied may lie behind it, as other organisations' may be missing
 * @param keys of the events applied, see {@link Projection#key}; empty where all rows are new,
 *     after a rebuild
 */
public record ProjectionChange(String projection, long position, Set<String> keys) {

  public ProjectionChange {
    keys = Set.copyOf(keys);
  }
}
