package org.counterfoil.embedded;

/**
 * Told when PostgreSQL died under a living JVM and when it is back. Called on the supervisor's
 * thread: return soon.
 */
public interface RestartListener {
  /** Hears nothing. */
  RestartListener NONE = new RestartListener() {};

  /**
   * PostgreSQL ended without being asked to.
   *
   * @param exitStatus as {@link Process#exitValue()}: 128 plus the signal's number when killed
   */
  default void died(int exitStatus) {}

  /**
   * PostgreSQL accepts connections again, on the same port.
   *
   * @param restarts how often since {@link LocalPostgres#start}
   */
  default void restarted(int restarts) {}
}
