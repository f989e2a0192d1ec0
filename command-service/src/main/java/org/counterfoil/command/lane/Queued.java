package org.counterfoil.command.lane;

/** What a lane's worker waits for. */
sealed interface Queued permits Pending, Queued.Guest, Queued.Host, Queued.Wake {

  /** Stands still while another lane decides. */
  record Guest(Meeting meeting) implements Queued {}

  /** Decides the command once the others stand still. */
  record Host(Meeting meeting, Pending pending) implements Queued {}

  /** Something other than a command is to be looked at. */
  enum Wake implements Queued {
    NOW
  }
}
