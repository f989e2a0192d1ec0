package org.counterfoil.http.access;

import java.util.List;
import org.counterfoil.domain.access.AccessEvent;

/** Where the {@link AccessDirectory} learns what was issued, used, revoked and ended: the log. */
@FunctionalInterface
public interface AccessHistory {

  /**
   * Access events after the position (-1: from the first), in order; none where there are no more.
   */
  List<Entry> after(long position);

  /** An event and its place in the log. */
  record Entry(long position, AccessEvent event) {}
}
