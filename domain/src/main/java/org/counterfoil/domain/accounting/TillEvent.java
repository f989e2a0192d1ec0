package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to the cash at the counter; amounts in minor units of the books' currency. */
public sealed interface TillEvent extends AccountingEvent {

  /** The till session's number, gapless in the organisation, from 1. */
  int session();

  /**
   * A till session began.
   *
   * @param keeper who takes the cash: what this actor takes and pays out is in this till
   * @param floatMinor the change that is in it
   */
  @EventType(name = "till-session.opened", revision = 1)
  record TillOpened(OrganisationId organisationId, int session, Actor keeper, long floatMinor)
      implements TillEvent {}

  /**
   * It ended, and what was in it was counted.
   *
   * @param through up to which position of the log its keeper's cash is in it
   * @param takingsMinor what the keeper took since it began, less what was paid out
   * @param countedMinor what was found
   */
  @EventType(name = "till-session.counted", revision = 1)
  record TillCounted(
      OrganisationId organisationId,
      int session,
      long floatMinor,
      long through,
      long takingsMinor,
      long countedMinor)
      implements TillEvent {

    /** What is there too much; negative where something is missing. */
    public long differenceMinor() {
      return countedMinor - floatMinor - takingsMinor;
    }
  }

  /** Cash of it is on its way to the bank. */
  @EventType(name = "till-session.banked", revision = 1)
  record TillBanked(OrganisationId organisationId, int session, long amountMinor)
      implements TillEvent {}

  /**
   * The bank has it.
   *
   * @param arrivedOn the day it was on the bank account
   */
  @EventType(name = "till-session.banking-arrived", revision = 1)
  record BankingArrived(
      OrganisationId organisationId, int session, long amountMinor, LocalDate arrivedOn)
      implements TillEvent {}
}
