package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.util.Map;
import org.counterfoil.http.position.PageRequest;

/**
 * Where a page ends in a list whose newest entries come first. The moment leads, as it does in the
 * indexes: a page of a window then reads that window's rows and no others.
 *
 * @param within what tells apart what stands at one position
 */
record Place(Instant at, long position, String within) {

  private static final String BETWEEN = "/";

  static final Place BEGINNING = new Place(Window.LAST, Long.MAX_VALUE, "");

  static Place of(PageRequest page) {
    String after = page.after();
    if (after == null) {
      return BEGINNING;
    }
    String[] parts = after.split(BETWEEN, 3);
    return new Place(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
  }

  String key() {
    return at + BETWEEN + position + BETWEEN + within;
  }

  /** As PostgreSQL reads it: {@code :at}, {@code :position}, {@code :within}. */
  Map<String, Object> parameters() {
    return Map.of("at", at.toString(), "position", position, "within", within);
  }
}
