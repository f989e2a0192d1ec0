package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;

/** Commands about the cash at the counter; amounts in minor units of the books' currency. */
public sealed interface TillCommand extends AccountingCommand {

  /** Begins a till session. One keeper has one at a time. */
  record OpenTill(OrganisationId organisationId, Actor keeper, long floatMinor)
      implements TillCommand {}

  /**
   * Ends a till session with what was counted.
   *
   * @param through up to which position of the log the takings go
   * @param takingsMinor what its keeper took since it began, less what was paid out, by the books
   */
  record CountTill(
      OrganisationId organisationId,
      int session,
      long through,
      long takingsMinor,
      long countedMinor)
      implements TillCommand {}

  /** Sends cash of a session that was counted to the bank; the rest stays as change. */
  record BankTill(OrganisationId organisationId, int session, long amountMinor)
      implements TillCommand {}

  /** Records that the bank has it. Repeating it with the same day changes nothing. */
  record RecordBanking(OrganisationId organisationId, int session, LocalDate arrivedOn)
      implements TillCommand {}
}
