package org.counterfoil.eventstore.codec;

import tools.jackson.databind.node.ObjectNode;

/**
 * Reads an older revision of an event as the next one. It acts on reading only: what is stored is
 * never rewritten. Chained: revision 1 becomes 2 becomes 3.
 */
public interface Upcaster {

  /** The stored name of the event. */
  String name();

  /** The revision that is understood; the answer is of the next one. */
  int fromRevision();

  /**
   * Answers the payload in the next revision. MUST be pure.
   *
   * @param payload may be changed and returned
   */
  ObjectNode upcast(ObjectNode payload);
}
