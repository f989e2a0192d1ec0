package org.counterfoil.domain.accounting;

import org.counterfoil.domain.money.PaymentMethod;

/** Which account a line is on, before the organisation's chart says its number. */
public sealed interface LineAccount {

  /** An account by what it is for. */
  record Of(Account account) implements LineAccount {}

  /** Where the takings of a method of payment are. */
  record Takings(PaymentMethod method) implements LineAccount {}
}
