package org.counterfoil.domain.accounting;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.AccountingCommand.InvoicingCommand;
import org.counterfoil.domain.accounting.AccountingCommand.RecordPayout;
import org.counterfoil.domain.accounting.AccountingCommand.SealClosing;
import org.counterfoil.domain.accounting.AccountingCommand.SetChart;
import org.counterfoil.domain.accounting.AccountingCommand.SettleWithAgent;
import org.counterfoil.domain.accounting.AccountingCommand.StartClosing;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.accounting.AccountingEvent.ChartSet;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingSealed;
import org.counterfoil.domain.accounting.AccountingEvent.ClosingStarted;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;

/** Decides about the books themselves. */
public final class AccountingDecider implements Decider<AccountingCommand, Books, AccountingEvent> {

  @Override
  public Decision<AccountingEvent> decide(AccountingCommand command, Books state, Instant now) {
    return switch (command) {
      case SetChart set -> setChart(set, state);
      case StartClosing start -> Closings.start(start, state, now);
      case SealClosing seal -> seal(seal, state);
      case RecordPayout payout -> Payouts.record(payout, state);
      case SettleWithAgent settle -> settle(settle);
      case InvoicingCommand invoicing -> Invoicing.decide(invoicing, state, now);
      case TillCommand till -> TillKeeping.decide(till, state);
    };
  }

  private static Decision<AccountingEvent> settle(SettleWithAgent settle) {
    AgentSettled settled = settle.settled();
    if (settled.amountMinor() == 0) {
      return Decision.reject(
          AccountingRejection.NOTHING_SETTLED, "Expected an amount other than 0, but it is 0");
    }
    return settled.otherId().equals(settled.organisationId())
        ? Decision.reject(
            AccountingRejection.SETTLED_WITH_ITSELF,
            "Expected another organisation, but it is the one itself")
        : Decision.accept(settled);
  }

  /** One number may stand for two accounts: a small organisation may want no more. */
  private static Decision<AccountingEvent> setChart(SetChart set, Books state) {
    Set<Object> seen = new HashSet<>();
    boolean repeats =
        set.chart().accounts().stream().anyMatch(own -> !seen.add(own.account()))
            || set.chart().journals().stream().anyMatch(own -> !seen.add(own.journal()));
    if (repeats) {
      return Decision.reject(
          AccountingRejection.ACCOUNT_REPEATED,
          "Expected each account and journal once, but one repeats");
    }
    return set.chart().equals(state.chart)
        ? Decision.accept()
        : Decision.accept(
            new ChartSet(set.organisationId(), set.chart().accounts(), set.chart().journals()));
  }

  private static Decision<AccountingEvent> seal(SealClosing seal, Books state) {
    if (seal.number() < 1 || seal.number() > state.lastNumber) {
      return Decision.reject(
          AccountingRejection.UNKNOWN_CLOSING,
          "Expected a closing, but there is none of number " + seal.number());
    }
    return state.unsealed.contains(seal.number())
        ? Decision.accept(
            new ClosingSealed(seal.organisationId(), seal.number(), seal.cut(), seal.totals()))
        : Decision.accept();
  }

  @Override
  public void evolve(Books state, AccountingEvent event) {
    switch (event) {
      case ChartSet set -> state.chart = new ChartOfAccounts(set.accounts(), set.journals());
      case ClosingStarted started -> {
        state.lastNumber = started.number();
        state.closedThrough.put(started.kind(), started.to());
        state.unsealed.add(started.number());
      }
      case ClosingSealed sealed -> state.unsealed.remove(sealed.number());
      case AgentSettled settled -> {} // what is owed is in the books
      case PayoutRecorded payout -> state.payouts.put(Payouts.key(payout), payout.hashCode());
      case InvoicingEvent document -> state.invoices.apply(document);
      case TillEvent till -> state.tills.apply(till);
    }
  }
}
