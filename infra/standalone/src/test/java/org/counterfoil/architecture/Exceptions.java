package org.counterfoil.architecture;

/** Classes that may do what the others may not, each with its reason. */
final class Exceptions {

  /** Where a time may come from that tests cannot drive. */
  static final String[] CLOCKS = {
    // The one clock itself.
    "org.counterfoil.eventstore.time.DrivenClock",
    // Axon asks for identifiers before there is a context; the clock is set right after its start.
    "org.counterfoil.eventstore.id.TimeOrderedIdentifierFactory",
    // The ages of files and of processes are the machine's, not the sale's.
    "org.counterfoil.embedded.Cluster",
    "org.counterfoil.embedded.ServerProcess",
    "org.counterfoil.embedded.TemporaryFolder",
    // A program of its own, on whatever machine: no clock of ours is there.
    "org.counterfoil.crowd.CrowdCommand",
    "org.counterfoil.standalone.backup.BackupCommand",
  };

  /** Threads that do nothing else than wait for what cannot tell that it is ready. */
  static final String[] SLEEPS = {
    "org.counterfoil.embedded.Wait",
    "org.counterfoil.eventstore.log.EventTail",
    "org.counterfoil.http.access.AccessFollower",
    "org.counterfoil.query.live.LiveTopics",
    // People who take their time, and come again later.
    "org.counterfoil.crowd.LateMoney",
    "org.counterfoil.crowd.Prowlers",
    "org.counterfoil.crowd.Purchase",
    "org.counterfoil.crowd.Session",
    "org.counterfoil.crowd.Shop",
    "org.counterfoil.crowd.WaitingRoomDoor",
    "org.counterfoil.crowd.Watcher",
  };

  /** What the operator is told at the start, before and beside all logs. */
  static final String[] PRINTS = {
    "org.counterfoil.standalone.Opening",
    "org.counterfoil.command.CommandService",
    "org.counterfoil.crowd.CrowdCommand",
    // Commands, whose answer is what they print.
    "org.counterfoil.eventstore.integrity.verify.VerifyCommand",
    "org.counterfoil.query.accounts.exports.FecCheckCommand",
    "org.counterfoil.standalone.backup.BackupCommand",
  };

  private Exceptions() {}
}
