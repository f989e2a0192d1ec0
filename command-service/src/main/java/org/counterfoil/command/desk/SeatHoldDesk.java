package org.counterfoil.command.desk;

import java.util.List;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.SeatHoldCommand;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;

/** Commands about holds. An order whose hold ends here lapses in the same unit of work. */
final class SeatHoldDesk implements Desk<SeatHoldCommand> {

  private static final SeatHoldDecider DECIDER = new SeatHoldDecider();

  private final Aggregates<PerformanceAggregate> performances;
  private final Lapses lapses;

  SeatHoldDesk(Aggregates<PerformanceAggregate> performances, Lapses lapses) {
    this.performances = performances;
    this.lapses = lapses;
  }

  @Override
  public Decision<? extends Event> handle(SeatHoldCommand command, Taken taken) {
    Loaded<PerformanceAggregate> stream = performances.find(command.performanceId().value());
    Taken at = taken.notBefore(stream.shell());
    Decision<SeatHoldEvent> decision = DECIDER.decide(command, stream.shell().state(), at.now());
    return switch (decision) {
      case Decision.Rejected<SeatHoldEvent> refused -> refused;
      case Decision.Accepted<SeatHoldEvent> accepted -> {
        stream.record(accepted.events(), at.metaData());
        List<Event> all = lapses.follow(accepted.events(), command.performanceId(), at);
        yield Decision.accept(WaitingListOffers.follow(all, command.performanceId(), stream, at));
      }
    };
  }
}
