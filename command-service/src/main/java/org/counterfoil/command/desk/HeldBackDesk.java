package org.counterfoil.command.desk;

import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.HeldBackCommand;
import org.counterfoil.domain.heldback.HeldBackDecider;
import org.counterfoil.domain.heldback.HeldBackEvent;

/** Commands about places that are kept off general sale. */
final class HeldBackDesk implements Desk<HeldBackCommand> {

  private static final HeldBackDecider DECIDER = new HeldBackDecider();

  private final Aggregates<PerformanceAggregate> performances;

  HeldBackDesk(Aggregates<PerformanceAggregate> performances) {
    this.performances = performances;
  }

  @Override
  public Decision<? extends Event> handle(HeldBackCommand command, Taken taken) {
    Loaded<PerformanceAggregate> stream = performances.find(command.performanceId().value());
    Taken at = taken.notBefore(stream.shell());
    Decision<HeldBackEvent> decision =
        DECIDER.decide(command, stream.shell().state().house(), at.now());
    if (decision instanceof Decision.Accepted<HeldBackEvent> accepted) {
      stream.record(accepted.events(), at.metaData());
    }
    return decision;
  }
}
