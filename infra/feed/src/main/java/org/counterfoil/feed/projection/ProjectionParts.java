package org.counterfoil.feed.projection;

import java.util.concurrent.CountDownLatch;
import org.counterfoil.feed.EventFeed;

/**
 * What running, rebuilding and checking a projection share.
 *
 * @param closing counted down when everything shall end
 */
record ProjectionParts(
    Projection projection,
    EventFeed feed,
    SchemaWork work,
    ProjectionScript script,
    Parking parking,
    ProjectionSettings settings,
    CountDownLatch closing) {

  String live() {
    return projection.name();
  }

  /** The schema that a rebuild fills. */
  String next() {
    return projection.name() + "_next";
  }

  /** The schema that a check fills. */
  String check() {
    return projection.name() + "_check";
  }

  boolean isClosing() {
    return closing.getCount() == 0;
  }

  ProjectionTables tables(String schema) {
    return new ProjectionTables(projection, work, schema, parking);
  }
}
