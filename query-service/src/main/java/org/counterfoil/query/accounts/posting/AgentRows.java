package org.counterfoil.query.accounts.posting;

import java.util.UUID;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.accounting.LineAccount;
import org.counterfoil.domain.accounting.Operation;
import org.counterfoil.domain.accounting.Posting;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;

/** What is known of agents, and of those for whom an organisation is one. */
final class AgentRows {

  private AgentRows() {}

  /** Who sold an order on the organisation's account. */
  record OrderAgentRow(UUID orderId, UUID organisationId, UUID agentId) {

    static OrderAgentRow of(AgentNamed named) {
      return new OrderAgentRow(
          named.orderId().value(), named.organisationId().value(), named.agentId().value());
    }
  }

  /** With whom an operation is. */
  record AgentOperationRow(UUID organisationId, long operationNumber, UUID otherId) {}

  /** Whether an operation changes what two organisations owe each other. */
  static boolean isBetweenOrganisations(Operation operation) {
    Posting posting = operation.posting();
    return posting != null
        && posting.lines().stream()
            .anyMatch(
                line -> line.account().equals(new LineAccount.Of(Account.OTHER_ORGANISATIONS)));
  }
}
