package org.counterfoil.eventstore.engine;

/**
 * The keys of what the engine takes from an Axon message's metadata, and gives back. The values are
 * objects of the types named, not strings: a lane would spend a tenth of its time reading them.
 */
public final class EventMetaData {

  /** An {@link org.counterfoil.domain.Actor}; without it nothing is stored. */
  public static final String ACTOR = "actor";

  /** The request, notification or timer, a {@link java.util.UUID}; without it nothing is stored. */
  public static final String CAUSE = "cause";

  /** Whose books it belongs to, an {@code OrganisationId}; optional. */
  public static final String ORGANISATION = "organisation";

  /**
   * When the command was taken, an {@link java.time.Instant}; optional, the message's time stands
   * in for it. Stored in whole microseconds.
   */
  public static final String TIME = "time";

  private EventMetaData() {}
}
