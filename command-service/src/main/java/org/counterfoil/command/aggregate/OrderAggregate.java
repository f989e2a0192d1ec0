package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderDecider;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** The shell of an order. */
@AggregateRoot(type = OrderAggregate.TYPE)
public final class OrderAggregate extends Shell<Order> {

  static final String TYPE = "order";
  private static final OrderDecider DECIDER = new OrderDecider();

  public OrderAggregate(UUID id) {
    super(id, new Order());
  }

  @Override
  void evolve(Event event) {
    DECIDER.evolve(state(), (OrderEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((OrderEvent) event).organisationId();
  }
}
