package org.counterfoil.command.desk;

import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.waitinglist.WaitingListCommand;
import org.counterfoil.domain.waitinglist.WaitingListDecider;
import org.counterfoil.domain.waitinglist.WaitingListEvent;

/** Commands about a performance's waiting list. */
final class WaitingListDesk implements Desk<WaitingListCommand> {

  private static final WaitingListDecider DECIDER = new WaitingListDecider();

  private final Aggregates<PerformanceAggregate> performances;

  WaitingListDesk(Aggregates<PerformanceAggregate> performances) {
    this.performances = performances;
  }

  @Override
  public Decision<? extends Event> handle(WaitingListCommand command, Taken taken) {
    Loaded<PerformanceAggregate> stream = performances.find(command.performanceId().value());
    Taken at = taken.notBefore(stream.shell());
    Decision<WaitingListEvent> decision =
        DECIDER.decide(command, stream.shell().state().demand(), at.now());
    if (decision instanceof Decision.Accepted<WaitingListEvent> accepted) {
      stream.record(accepted.events(), at.metaData());
    }
    return decision;
  }
}
