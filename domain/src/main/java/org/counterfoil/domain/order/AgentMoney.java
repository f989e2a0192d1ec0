package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.organisation.OrganisationId;

/**
 * Where an agent sold, the money that moves is in the agent's till: beside each fact of the order
 * stands one that belongs to the agent's books.
 */
final class AgentMoney {

  private AgentMoney() {}

  /** The same decision, with what it means to the agent. */
  static Decision<Event> follow(Order order, Decision<Event> decision) {
    OrganisationId agent = order.agent();
    if (agent == null || !(decision instanceof Decision.Accepted<Event> accepted)) {
      return decision;
    }
    List<Event> all = new ArrayList<>();
    for (Event event : accepted.events()) {
      all.add(event);
      if (event instanceof PaymentCaptured captured) {
        all.add(taken(captured, agent));
      } else if (event instanceof RefundPaidOut paid) {
        all.add(givenBack(paid, order, agent));
      }
    }
    return Decision.accept(all);
  }

  /** A payment, and what it means to the agent, where there is one. */
  static List<Event> beside(Order order, PaymentCaptured captured) {
    OrganisationId agent = order.agent();
    return agent == null ? List.of(captured) : List.of(captured, taken(captured, agent));
  }

  private static Event taken(PaymentCaptured captured, OrganisationId agent) {
    return new AgentTookMoney(
        captured.orderId(),
        agent,
        captured.performanceId(),
        captured.organisationId(),
        captured.paymentId(),
        captured.method(),
        captured.amount());
  }

  private static Event givenBack(RefundPaidOut paid, Order order, OrganisationId agent) {
    Owed owed = order.owed.get(paid.refundId());
    if (owed == null) {
      throw new IllegalStateException("Expected " + paid.refundId() + " to be owed, but it is not");
    }
    return new AgentGaveMoneyBack(
        paid.orderId(),
        agent,
        paid.performanceId(),
        paid.organisationId(),
        paid.refundId(),
        paid.method(),
        owed.amount());
  }
}
