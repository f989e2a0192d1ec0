package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to the books themselves of an organisation. */
public sealed interface AccountingEvent extends Event {

  OrganisationId organisationId();

  /**
   * Numbers, codes and labels were set; entries that are there keep theirs. Replaces what was set
   * before.
   */
  @EventType(name = "accounting.chart-set", revision = 1)
  record ChartSet(
      OrganisationId organisationId, List<ChartAccount> accounts, List<ChartJournal> journals)
      implements AccountingEvent {
    public ChartSet {
      accounts = List.copyOf(accounts);
      journals = List.copyOf(journals);
    }
  }

  /**
   * A period is closed: what is recorded from here on is posted after it. The event's own position
   * is the cut.
   *
   * @param number gapless in the organisation, from 1
   * @param from the first day
   * @param to the last day
   * @param isAutomatic whether nobody asked
   */
  @EventType(name = "closing.started", revision = 1)
  record ClosingStarted(
      OrganisationId organisationId,
      int number,
      ClosingKind kind,
      LocalDate from,
      LocalDate to,
      boolean isAutomatic)
      implements AccountingEvent {}

  /**
   * The totals that the books had at the cut, for good.
   *
   * @param cut the position of {@link ClosingStarted}
   */
  @EventType(name = "closing.sealed", revision = 1)
  record ClosingSealed(OrganisationId organisationId, int number, long cut, ClosingTotals totals)
      implements AccountingEvent {}
}
