package org.counterfoil.command.lane;

/** What a lane's worker waits for. */
sealed interface Queued permits Pending, Queued.Wake {

  /** Something other than a command is to be looked at. */
  enum Wake implements Queued {
    NOW
  }
}
