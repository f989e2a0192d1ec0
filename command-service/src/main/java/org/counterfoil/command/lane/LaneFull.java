package org.counterfoil.command.lane;

/** The lane has as much queued as it may: try again shortly. */
public final class LaneFull extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LaneFull(int depth) {
    super("Expected room in the lane, but " + depth + " commands are queued");
  }
}
