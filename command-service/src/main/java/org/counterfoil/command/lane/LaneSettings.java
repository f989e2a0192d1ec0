package org.counterfoil.command.lane;

/**
 * How commands queue.
 *
 * @param lanes how many lanes a process has; commands of one performance always share one
 * @param capacity how many commands may queue in a lane; more are refused at once
 * @param batch the most commands decided in one unit of work
 */
public record LaneSettings(int lanes, int capacity, int batch) {

  private static final int FEWEST = 2;
  private static final int MOST = 4;

  /**
   * A lane for each processor, but few: appends wait for each other, and what is spread over more
   * lanes makes smaller batches. On two processors 64 performances sold with half of the processor
   * time a hold in two lanes that they took in four.
   */
  public static final LaneSettings DEFAULT =
      new LaneSettings(
          Math.clamp(Runtime.getRuntime().availableProcessors(), FEWEST, MOST), 4_096, 256);

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
