package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.LineAccount.Named;
import org.counterfoil.domain.accounting.LineAccount.Of;
import org.counterfoil.domain.accounting.LineAccount.Takings;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.jspecify.annotations.Nullable;

/**
 * Sales on another organisation's account. The organiser sells and owes the tax (art. 256 bis III
 * CGI is for agents in their own name; these sell in the organiser's); the agent has the money and
 * owes it. Both sides keep account 467 of the other.
 */
public final class AgentPostings {

  private AgentPostings() {}

  /** The organiser's side: what would be in its own till is owed to it by the agent. */
  static Posted instead(Posted posted) {
    Operation operation = posted.operation();
    return operation == null ? posted : new Posted(posted.books(), instead(operation));
  }

  private static Operation instead(Operation operation) {
    return new Operation(
        operation.kind(),
        operation.sold(),
        operation.beside(),
        List.of(),
        operation.receivablesMinor() + operation.cashMinor(),
        operation.settledMinor(),
        operation.taxDue(),
        operation.tickets(),
        instead(operation.posting()));
  }

  private static @Nullable Posting instead(@Nullable Posting posting) {
    return posting == null
        ? null
        : posting.onAccounts(
            account ->
                switch (account) {
                  case Of same -> same;
                  case Named same -> same;
                  case Takings takings -> new Of(Account.OTHER_ORGANISATIONS);
                });
  }

  /** The agent's side: it has money that is not its own. */
  public static Operation take(AgentTookMoney took) {
    return move(OperationKind.AGENT_MONEY, took.method(), took.amount().minor());
  }

  /** The agent gave back money that it had taken. */
  public static Operation giveBack(AgentGaveMoneyBack gave) {
    return move(OperationKind.AGENT_MONEY, gave.method(), -gave.amount().minor());
  }

  private static Operation move(OperationKind kind, PaymentMethod method, long minor) {
    return new Operation(
        kind,
        ByRate.NOTHING,
        List.of(new MoneyMove(method, minor)),
        -minor,
        0,
        ByRate.NOTHING,
        0,
        posting(method, minor));
  }

  /** Either side: money went from one to the other, and the debt with it. */
  public static Operation settle(AgentSettled settled) {
    long minor = settled.amountMinor();
    return new Operation(
        OperationKind.AGENT_SETTLED,
        ByRate.NOTHING,
        List.of(new MoneyMove(settled.method(), minor)),
        0,
        minor,
        ByRate.NOTHING,
        0,
        posting(settled.method(), minor));
  }

  private static Posting posting(PaymentMethod method, long minor) {
    return Posting.in(Journal.MONEY)
        .takings(method, minor)
        .credit(Account.OTHER_ORGANISATIONS, minor)
        .toPosting();
  }
}
