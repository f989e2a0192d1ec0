package org.counterfoil.eventstore.codec;

/**
 * A stored event whose name or revision this version does not know. Readers MUST stop: to skip it
 * would be to be wrong in silence.
 */
public final class UnknownEventName extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final int revision;

  UnknownEventName(String name, int revision, String where) {
    super(
        "Expected an event known to this version, but "
            + where
            + " is \""
            + name
            + "\" in revision "
            + revision);
    this.name = name;
    this.revision = revision;
  }

  private UnknownEventName(UnknownEventName unplaced, long position) {
    super(unplaced.getMessage() + ", at position " + position, unplaced);
    this.name = unplaced.name;
    this.revision = unplaced.revision;
  }

  /** The same, with the place in the log at which the reader stopped. */
  public UnknownEventName at(long position) {
    return new UnknownEventName(this, position);
  }

  /** The stored name. */
  public String name() {
    return name;
  }

  public int revision() {
    return revision;
  }
}
