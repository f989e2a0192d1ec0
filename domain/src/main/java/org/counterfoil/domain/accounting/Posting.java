package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.counterfoil.domain.money.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * An entry before it has a number. It balances: a posting that does not cannot be made.
 *
 * @param lines debits first; an account at most once per side
 */
public record Posting(Journal journal, List<PostingLine> lines) {

  public Posting {
    lines = List.copyOf(lines);
    long balance = lines.stream().mapToLong(PostingLine::debitMinor).sum();
    if (balance != 0) {
      throw new IllegalArgumentException(
          "Expected an entry that balances, but debit exceeds credit by " + balance);
    }
  }

  /** The same amounts on other accounts; lines that come to be on one account and side add up. */
  Posting onAccounts(UnaryOperator<LineAccount> instead) {
    Draft draft = new Draft(journal);
    lines.forEach(line -> draft.add(instead.apply(line.account()), line.debitMinor()));
    return draft.toPosting();
  }

  static Draft in(Journal journal) {
    return new Draft(journal);
  }

  /** Adds lines up by account and side. */
  static final class Draft {
    private final Journal journal;
    private final Map<LineAccount, Long> debits = new LinkedHashMap<>();
    private final Map<LineAccount, Long> credits = new LinkedHashMap<>();

    private Draft(Journal journal) {
      this.journal = journal;
    }

    Draft debit(Account account, long minor) {
      return add(new LineAccount.Of(account), minor);
    }

    Draft credit(Account account, long minor) {
      return credit(new LineAccount.Of(account), minor);
    }

    Draft debit(LineAccount account, long minor) {
      return add(account, minor);
    }

    Draft credit(LineAccount account, long minor) {
      return add(account, Math.negateExact(minor));
    }

    /** Money that came in; negative where it went back, or went with tickets to another order. */
    Draft takings(PaymentMethod method, long minor) {
      return method.isDebt()
          ? add(new LineAccount.Of(Account.DEPOSITS), minor)
          : add(new LineAccount.Takings(method), minor);
    }

    private Draft add(LineAccount account, long minor) {
      if (minor != 0) {
        (minor > 0 ? debits : credits).merge(account, minor, Math::addExact);
      }
      return this;
    }

    /** Null where nothing moves, as where a free ticket is exchanged for another. */
    @Nullable Posting toPostingUnlessEmpty() {
      return debits.isEmpty() && credits.isEmpty() ? null : toPosting();
    }

    Posting toPosting() {
      List<PostingLine> lines = new ArrayList<>();
      debits.forEach((account, minor) -> lines.add(new PostingLine(account, minor)));
      credits.forEach((account, minor) -> lines.add(new PostingLine(account, minor)));
      return new Posting(journal, lines);
    }
  }
}
