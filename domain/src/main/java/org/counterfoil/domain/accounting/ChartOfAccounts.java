package org.counterfoil.domain.accounting;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.organisation.AcceptedMethod;
import org.counterfoil.domain.organisation.AccountNumber;

/**
 * An organisation's chart. What it does not name stands under its usual number or code.
 *
 * @param accounts at most one per account
 * @param journals at most one per journal
 */
public record ChartOfAccounts(List<ChartAccount> accounts, List<ChartJournal> journals) {

  public static final ChartOfAccounts USUAL = new ChartOfAccounts(List.of(), List.of());

  /** A number and its label. */
  public record NumberedAccount(AccountNumber number, PublicLabel label) {}

  public ChartOfAccounts {
    accounts = List.copyOf(accounts);
    journals = List.copyOf(journals);
  }

  /** The whole chart, in the order of accounts and journals, with nothing left unsaid. */
  public ChartOfAccounts complete() {
    return new ChartOfAccounts(
        Arrays.stream(Account.values()).map(this::account).toList(),
        Arrays.stream(Journal.values()).map(this::journal).toList());
  }

  public ChartAccount account(Account account) {
    return find(
        accounts,
        own -> own.account() == account,
        new ChartAccount(account, account.usualNumber(), account.usualLabel()));
  }

  public ChartJournal journal(Journal journal) {
    return find(
        journals,
        own -> own.journal() == journal,
        new ChartJournal(journal, journal.usualCode(), journal.usualLabel()));
  }

  /**
   * The number a line stands under.
   *
   * @param methods the organisation's methods of payment, where it has set any
   */
  public NumberedAccount resolve(LineAccount line, List<AcceptedMethod> methods) {
    return switch (line) {
      case LineAccount.Of of -> numbered(account(of.account()));
      case LineAccount.Named named -> labelled(named.number(), named.label());
      case LineAccount.Takings takings ->
          methods.stream()
              .filter(own -> own.method().equals(takings.method()))
              .findFirst()
              .map(
                  own ->
                      labelled(
                          own.account(),
                          new PublicLabel("Encaissements " + takings.method().value())))
              .orElseGet(() -> numbered(account(usual(takings.method()))));
    };
  }

  /** Where the takings of a method are, unless the organisation says otherwise. */
  static Account usual(PaymentMethod method) {
    return switch (method.value()) {
      case "CASH" -> Account.CASH;
      case "CHEQUE" -> Account.CHEQUES;
      case "TRANSFER" -> Account.BANK;
      default -> Account.CARD;
    };
  }

  /** An account has the chart's label where the chart has the same number, else its own. */
  private NumberedAccount labelled(AccountNumber number, PublicLabel label) {
    return Arrays.stream(Account.values())
        .map(this::account)
        .filter(own -> own.number().equals(number))
        .findFirst()
        .map(ChartOfAccounts::numbered)
        .orElseGet(() -> new NumberedAccount(number, label));
  }

  private static NumberedAccount numbered(ChartAccount account) {
    return new NumberedAccount(account.number(), account.label());
  }

  private static <T> T find(List<T> own, Predicate<T> is, T usual) {
    return own.stream().filter(is).findFirst().orElse(usual);
  }
}
