package org.counterfoil.command.lane;

/**
 * How commands queue.
 *
 * @param lanes how many lanes a process has; commands of one performance always share one
 * @param capacity how many commands may queue in a lane; more are refused at once
 * @param batch the most commands decided in one unit of work
 */
public record LaneSettings(int lanes, int capacity, int batch) {

  public static final LaneSettings DEFAULT = new LaneSettings(4, 4_096, 256);

  public LaneSettings {
    if (lanes < 1 || capacity < 1 || batch < 1) {
      throw new IllegalArgumentException(
          "Expected at least one lane, place and command, but got "
              + lanes
              + ", "
              + capacity
              + ", "
              + batch);
    }
  }
}
