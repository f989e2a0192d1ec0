package org.counterfoil.eventstore.engine;

/** The keys of what the engine takes from an Axon message's metadata, and gives back. */
public final class EventMetaData {

  /** {@link org.counterfoil.domain.Actor} as {@code KIND:id}; without it nothing is stored. */
  public static final String ACTOR = "actor";

  /** The request, notification or timer, as a UUID string; without it nothing is stored. */
  public static final String CAUSE = "cause";

  /** Whose books it belongs to, as a UUID string; optional. */
  public static final String ORGANISATION = "organisation";

  /**
   * When the command was taken, as an RFC 3339 string; optional, the message's time stands in for
   * it. Stored in whole microseconds.
   */
  public static final String TIME = "time";

  private EventMetaData() {}
}
