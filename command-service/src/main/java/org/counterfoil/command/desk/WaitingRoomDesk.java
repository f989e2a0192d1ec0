package org.counterfoil.command.desk;

import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand;
import org.counterfoil.domain.waitingroom.WaitingRoomDecider;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;

/** Moves a performance's waiting room on. */
final class WaitingRoomDesk implements Desk<WaitingRoomCommand> {

  private static final WaitingRoomDecider DECIDER = new WaitingRoomDecider();

  private final Aggregates<PerformanceAggregate> performances;

  WaitingRoomDesk(Aggregates<PerformanceAggregate> performances) {
    this.performances = performances;
  }

  @Override
  public Decision<? extends Event> handle(WaitingRoomCommand command, Taken taken) {
    Loaded<PerformanceAggregate> stream = performances.find(command.performanceId().value());
    Taken at = taken.notBefore(stream.shell());
    Decision<WaitingRoomEvent> decision =
        DECIDER.decide(command, stream.shell().state().performance().waitingRoom(), at.now());
    return switch (decision) {
      case Decision.Rejected<WaitingRoomEvent> refused -> refused;
      case Decision.Accepted<WaitingRoomEvent> accepted -> {
        stream.record(accepted.events(), at.metaData());
        yield accepted;
      }
    };
  }
}
