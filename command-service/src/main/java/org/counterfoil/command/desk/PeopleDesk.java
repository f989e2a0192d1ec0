package org.counterfoil.command.desk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.command.aggregate.Aggregates;
import org.counterfoil.command.aggregate.Loaded;
import org.counterfoil.command.aggregate.SubjectAggregate;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.JointOrderCommand;
import org.counterfoil.domain.order.OrderCommand;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.jspecify.annotations.Nullable;

/**
 * What is told of people, together with the order that it is told for: recorded together or not at
 * all. People are decided about first, because that changes nothing yet.
 */
final class PeopleDesk implements Desk<RecordPeople> {

  private static final SubjectDecider DECIDER = new SubjectDecider();

  private final Aggregates<SubjectAggregate> people;
  private final Desk<OrderCommand> orders;
  private final Desk<JointOrderCommand> jointOrders;

  PeopleDesk(
      Aggregates<SubjectAggregate> people,
      Desk<OrderCommand> orders,
      Desk<JointOrderCommand> jointOrders) {
    this.people = people;
    this.orders = orders;
    this.jointOrders = jointOrders;
  }

  private record Told(Loaded<SubjectAggregate> stream, List<SubjectEvent> events) {}

  @Override
  public Decision<Event> handle(RecordPeople command, Taken taken) {
    Map<UUID, Loaded<SubjectAggregate>> streams = new LinkedHashMap<>();
    Taken at = taken;
    for (UUID person : command.people()) {
      Loaded<SubjectAggregate> stream = people.find(person);
      streams.put(person, stream);
      at = at.notBefore(stream.shell());
    }
    List<Told> told = new ArrayList<>();
    for (Map.Entry<UUID, Loaded<SubjectAggregate>> each : streams.entrySet()) {
      List<SubjectCommand> own =
          command.about().stream().filter(one -> one.laneKey().equals(each.getKey())).toList();
      switch (DECIDER.decideAll(own, each.getValue().shell().state(), at.now())) {
        case Decision.Rejected<SubjectEvent> refused -> {
          return refused.as();
        }
        case Decision.Accepted<SubjectEvent> accepted ->
            told.add(new Told(each.getValue(), accepted.events()));
      }
    }
    List<Event> events = new ArrayList<>();
    switch (order(command.order(), at)) {
      case Decision.Rejected<? extends Event> refused -> {
        return refused.as();
      }
      case Decision.Accepted<? extends Event> accepted -> events.addAll(accepted.events());
    }
    for (Told one : told) {
      one.stream().record(one.events(), at.metaData());
      events.addAll(one.events());
    }
    return Decision.accept(events);
  }

  private Decision<? extends Event> order(@Nullable Command order, Taken at) {
    return switch (order) {
      case null -> Decision.accept();
      case OrderCommand alone -> orders.handle(alone, at);
      case JointOrderCommand joint -> jointOrders.handle(joint, at);
      default -> throw new IllegalArgumentException("Expected an order, but got " + order);
    };
  }
}
