package org.counterfoil.eventstore.id;

import java.time.Clock;
import org.axonframework.common.IdentifierFactory;

/**
 * Gives Axon's messages time-ordered ids; found by its {@link java.util.ServiceLoader}. The default
 * asks SecureRandom for every message, and random event ids make the unique index dear.
 */
public final class TimeOrderedIdentifierFactory extends IdentifierFactory {

  /** Static, because Axon makes the factory itself, once per process. */
  private static volatile TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());

  /** Lets Axon's ids follow these; to be called at start, where the clock is not the system's. */
  public static void use(TimeOrderedIds ids) {
    TimeOrderedIdentifierFactory.ids = ids;
  }

  @Override
  public String generateIdentifier() {
    return ids.next().toString();
  }
}
