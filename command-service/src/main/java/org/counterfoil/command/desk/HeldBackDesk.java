package org.counterfoil.command.desk;

import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.HeldBackCommand;
import org.counterfoil.domain.heldback.HeldBackDecider;
import org.counterfoil.domain.heldback.HeldBackEvent;

/** Commands about places that are kept off general sale. What comes back is offered at once. */
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
    return switch (decision) {
      case Decision.Rejected<HeldBackEvent> refused -> refused;
      case Decision.Accepted<HeldBackEvent> accepted -> {
        stream.record(accepted.events(), at.metaData());
        yield Decision.accept(
            WaitingListOffers.follow(accepted.events(), command.performanceId(), stream, at));
      }
    };
  }
}
