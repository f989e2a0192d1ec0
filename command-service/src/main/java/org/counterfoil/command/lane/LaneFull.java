package org.counterfoil.command.lane;

/** The lane takes no more commands now: try again shortly. */
public final class LaneFull extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LaneFull(int depth) {
    this("Expected room in the lane, but " + depth + " commands are queued");
  }

  private LaneFull(String message) {
    super(message);
  }

  /** It ends what is queued and takes nothing new, because its process is stopping. */
  static LaneFull stopping() {
    return new LaneFull("Expected a lane that takes commands, but it is stopping");
  }
}
