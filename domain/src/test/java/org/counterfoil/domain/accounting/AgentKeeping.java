package org.counterfoil.domain.accounting;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.util.function.Consumer;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.organisation.OrganisationId;

/** An agent that sells for the organisation, and what either one books of its money. */
final class AgentKeeping {

  static final OrganisationId AGENT = new OrganisationId(Theatre.id(77));

  private final Consumer<Operation> books;

  AgentKeeping(Consumer<Operation> books) {
    this.books = books;
  }

  /** What the agent's own books say of money that it took. */
  Operation take(OrderId order, String method, long minor) {
    Operation operation =
        AgentPostings.take(
            new AgentTookMoney(
                order,
                AGENT,
                PERFORMANCE,
                ORGANISATION,
                new PaymentId(Theatre.id(10_000)),
                new PaymentMethod(method),
                new Money(minor, EUR)));
    books.accept(operation);
    return operation;
  }

  /** What the agent's own books say of money that it gave back. */
  Operation giveBack(OrderId order, RefundId refund, String method, long minor) {
    Operation operation =
        AgentPostings.giveBack(
            new AgentGaveMoneyBack(
                order,
                AGENT,
                PERFORMANCE,
                ORGANISATION,
                refund,
                new PaymentMethod(method),
                new Money(minor, EUR)));
    books.accept(operation);
    return operation;
  }

  /** What either one's books say of money that went from one to the other. */
  Operation settle(String method, long minor) {
    Operation operation =
        AgentPostings.settle(
            new AgentSettled(ORGANISATION, AGENT, new PaymentMethod(method), null, EUR, minor));
    books.accept(operation);
    return operation;
  }
}
