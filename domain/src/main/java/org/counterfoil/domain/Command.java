package org.counterfoil.domain;

import java.util.List;
import java.util.UUID;

/** A request to change something. It is decided, not obeyed: see {@link Decider}. */
public interface Command {

  /**
   * What this command must be serialised with: commands with equal lane keys are decided one after
   * another, in the order they were taken. For everything that touches seats it is the performance.
   */
  UUID laneKey();

  /**
   * What else it must be serialised with, where it concerns several performances; mostly nothing.
   */
  default List<UUID> otherLaneKeys() {
    return List.of();
  }
}
