package org.counterfoil.query.accounts.agents;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation and those who sell for it, or for whom it sells, owe each other; amounts in
 * minor units.
 *
 * @param from the first day of what is told of days; missing for the first there is
 * @param to the last day, which the balances are of; missing for the last there is
 * @param owedMinor of all of them: the balance of the account between organisations
 */
public record AgentBalances(
    String currency,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<Line> agents,
    long owedMinor,
    long position) {

  /**
   * One of them.
   *
   * @param soldByItMinor what it took for tickets of this organisation
   * @param refundedByItMinor what it gave back of that
   * @param soldForItMinor what this organisation took for tickets of the other
   * @param refundedForItMinor what it gave back of that
   * @param receivedMinor what it paid over
   * @param paidMinor what was paid over to it
   * @param owedMinor what it owes at the end; negative what is owed to it
   */
  public record Line(
      UUID organisationId,
      String name,
      long soldByItMinor,
      long refundedByItMinor,
      long soldForItMinor,
      long refundedForItMinor,
      long receivedMinor,
      long paidMinor,
      long owedMinor) {}
}
