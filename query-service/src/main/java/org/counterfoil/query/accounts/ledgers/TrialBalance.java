package org.counterfoil.query.accounts.ledgers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The balance of every account.
 *
 * @param debitMinor all debits; equal to all credits
 * @param asOf when the last event that it reflects was recorded
 */
public record TrialBalance(
    String currency,
    List<AccountBalance> accounts,
    long debitMinor,
    long creditMinor,
    long position,
    @Nullable Instant asOf) {

  /**
   * One account.
   *
   * @param balanceMinor debit less credit
   */
  public record AccountBalance(
      String account, String label, long debitMinor, long creditMinor, long balanceMinor) {}
}
