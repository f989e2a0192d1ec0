package org.counterfoil.domain.accounting;

import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.accounting.TillCommand.BankTill;
import org.counterfoil.domain.accounting.TillCommand.CountTill;
import org.counterfoil.domain.accounting.TillCommand.OpenTill;
import org.counterfoil.domain.accounting.TillCommand.RecordBanking;
import org.counterfoil.domain.accounting.TillEvent.BankingArrived;
import org.counterfoil.domain.accounting.TillEvent.TillBanked;
import org.counterfoil.domain.accounting.TillEvent.TillCounted;
import org.counterfoil.domain.accounting.TillEvent.TillOpened;
import org.counterfoil.domain.money.PaymentMethod;
import org.jspecify.annotations.Nullable;

/** Decides about till sessions, and books them. */
public final class TillKeeping {

  /** More than any till holds, and few enough to reckon with, in minor units. */
  private static final long MOST_CASH = 1_000_000_000_000L;

  private TillKeeping() {}

  static Decision<AccountingEvent> decide(TillCommand command, Books state) {
    return switch (command) {
      case OpenTill open -> open(open, state.tills);
      case CountTill count -> count(count, state.tills.session(count.session()));
      case BankTill bank -> bank(bank, state.tills.session(bank.session()));
      case RecordBanking arrival -> arrive(arrival, state.tills.session(arrival.session()));
    };
  }

  private static Decision<AccountingEvent> open(OpenTill open, Tills tills) {
    if (!isCash(open.floatMinor())) {
      return notCash(open.floatMinor());
    }
    Tills.Session before = tills.openOf(open.keeper());
    return before == null
        ? Decision.accept(
            new TillOpened(
                open.organisationId(), tills.lastSession() + 1, open.keeper(), open.floatMinor()))
        : Decision.reject(
            AccountingRejection.TILL_OPEN,
            "Expected a keeper without an open till, but session "
                + before.opened.session()
                + " is not counted yet");
  }

  private static Decision<AccountingEvent> count(CountTill count, Tills.@Nullable Session session) {
    if (session == null) {
      return unknown(count.session());
    }
    if (!isCash(count.countedMinor())) {
      return notCash(count.countedMinor());
    }
    return session.counted == null
        ? Decision.accept(
            new TillCounted(
                count.organisationId(),
                count.session(),
                session.opened.floatMinor(),
                count.through(),
                count.takingsMinor(),
                count.countedMinor()))
        : Decision.reject(
            AccountingRejection.TILL_COUNTED, "Expected an open till session, but it was counted");
  }

  private static Decision<AccountingEvent> bank(BankTill bank, Tills.@Nullable Session session) {
    if (session == null) {
      return unknown(bank.session());
    }
    if (bank.amountMinor() == 0 || !isCash(bank.amountMinor())) {
      return notCash(bank.amountMinor());
    }
    TillCounted counted = session.counted;
    if (counted == null) {
      return Decision.reject(
          AccountingRejection.TILL_NOT_COUNTED,
          "Expected a till session that was counted, but it is open");
    }
    if (session.banked != null) {
      return Decision.reject(
          AccountingRejection.TILL_BANKED,
          "Expected cash that is still here, but of this session it was sent to the bank");
    }
    return bank.amountMinor() <= counted.countedMinor()
        ? Decision.accept(new TillBanked(bank.organisationId(), bank.session(), bank.amountMinor()))
        : Decision.reject(
            AccountingRejection.BANKING_EXCEEDS_COUNT,
            "Expected at most "
                + counted.countedMinor()
                + ", which was counted, but the amount is "
                + bank.amountMinor());
  }

  private static Decision<AccountingEvent> arrive(
      RecordBanking arrival, Tills.@Nullable Session session) {
    if (session == null) {
      return unknown(arrival.session());
    }
    TillBanked banked = session.banked;
    if (banked == null) {
      return Decision.reject(
          AccountingRejection.TILL_NOT_BANKED,
          "Expected cash on its way to the bank, but of this session there is none");
    }
    if (session.arrivedOn == null) {
      return Decision.accept(
          new BankingArrived(
              arrival.organisationId(),
              arrival.session(),
              banked.amountMinor(),
              arrival.arrivedOn()));
    }
    return session.arrivedOn.equals(arrival.arrivedOn())
        ? Decision.accept()
        : Decision.reject(
            AccountingRejection.BANKING_KNOWN,
            "Expected cash on its way to the bank, but it arrived on " + session.arrivedOn);
  }

  private static Decision<AccountingEvent> unknown(int session) {
    return Decision.reject(
        AccountingRejection.UNKNOWN_TILL_SESSION,
        "Expected a till session, but there is none of number " + session);
  }

  private static boolean isCash(long minor) {
    return minor >= 0 && minor <= MOST_CASH;
  }

  private static Decision<AccountingEvent> notCash(long minor) {
    return Decision.reject(
        AccountingRejection.AMOUNT_OUT_OF_RANGE,
        "Expected an amount of cash that can be there, but it is " + minor);
  }

  /** Cash of ours that moves from one place to another, or is not what it should be. */
  public static Operation book(TillEvent event) {
    return switch (event) {
      case TillOpened opened -> Operation.without(OperationKind.TILL_OPENED, 0);
      case TillCounted counted ->
          operation(
              OperationKind.TILL_COUNTED,
              Posting.in(Journal.MONEY)
                  .debit(Account.TILL_SHORTAGES, Math.max(0, -counted.differenceMinor()))
                  .takings(PaymentMethod.CASH, counted.differenceMinor())
                  .credit(Account.TILL_SURPLUS, Math.max(0, counted.differenceMinor()))
                  .toPostingUnlessEmpty());
      case TillBanked banked ->
          operation(
              OperationKind.TILL_BANKED,
              Posting.in(Journal.MONEY)
                  .debit(Account.IN_TRANSIT, banked.amountMinor())
                  .takings(PaymentMethod.CASH, -banked.amountMinor())
                  .toPosting());
      case BankingArrived arrived ->
          operation(
              OperationKind.BANKING_ARRIVED,
              Posting.in(Journal.MONEY)
                  .debit(Account.BANK, arrived.amountMinor())
                  .credit(Account.IN_TRANSIT, arrived.amountMinor())
                  .toPosting());
    };
  }

  private static Operation operation(OperationKind kind, @Nullable Posting posting) {
    return new Operation(kind, ByRate.NOTHING, List.of(), 0, 0, ByRate.NOTHING, 0, posting);
  }
}
