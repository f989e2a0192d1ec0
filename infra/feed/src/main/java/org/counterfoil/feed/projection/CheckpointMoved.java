package org.counterfoil.feed.projection;

/** Somebody else, on another node, has moved the checkpoint: what is known of it here is old. */
final class CheckpointMoved extends RuntimeException {

  private static final long serialVersionUID = 1L;

  CheckpointMoved(long version) {
    super("Expected the checkpoint in version " + version + ", but somebody has moved it");
  }
}
