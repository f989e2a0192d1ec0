package org.counterfoil.domain.accounting;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.organisation.AccountNumber;

/** Which account a line is on, before the organisation's chart says its number. */
public sealed interface LineAccount {

  /** An account by what it is for. */
  record Of(Account account) implements LineAccount {}

  /**
   * An account that was named with what is sold.
   *
   * @param label what was sold, where the chart has no label for the number
   */
  record Named(AccountNumber number, PublicLabel label) implements LineAccount {}

  /** Where the takings of a method of payment are. */
  record Takings(PaymentMethod method) implements LineAccount {}
}
