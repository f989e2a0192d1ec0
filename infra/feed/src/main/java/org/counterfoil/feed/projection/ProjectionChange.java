package org.counterfoil.feed.projection;

import java.util.Set;

/**
 * Rows have changed, and are committed.
 *
 * @param projection its name
 * @param position what the projection's rows now reflect
 * @param keys of the events applied, see {@link Projection#key}; empty where all rows are new,
 *     after a rebuild
 */
public record ProjectionChange(String projection, long position, Set<String> keys) {

  public ProjectionChange {
    keys = Set.copyOf(keys);
  }
}
