package org.counterfoil.query.accounts.posting;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.accounting.BusinessCalendar;
import org.counterfoil.domain.accounting.ChartOfAccounts;
import org.counterfoil.domain.organisation.AcceptedMethod;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.jspecify.annotations.Nullable;

/**
 * An organisation's settings and counters.
 *
 * @param lastTraining the last number of the series of what is for training
 * @param lastValidated the day of the last entry's validation
 * @param closedThrough the last business day that is closed
 * @param yearClosedThrough the last day of the last fiscal year that is closed
 */
public record OrganisationRow(
    UUID organisationId,
    String name,
    String legalName,
    String country,
    String currency,
    String timeZone,
    @Nullable String siren,
    String fiscalYearStart,
    String dayEndsAt,
    LocalDate createdDay,
    ChartOfAccounts chart,
    List<AcceptedMethod> methods,
    long lastOperation,
    long lastTraining,
    long lastEntry,
    @Nullable LocalDate lastValidated,
    @Nullable LocalDate closedThrough,
    @Nullable LocalDate yearClosedThrough) {

  static OrganisationRow of(OrganisationCreated created, LocalDate createdDay) {
    return new OrganisationRow(
        created.organisationId().value(),
        created.name().value(),
        created.legalName().value(),
        created.country().value(),
        created.currency().getCurrencyCode(),
        created.timeZone().getId(),
        created.siren() == null ? null : created.siren().value(),
        created.fiscalYearStart().toString(),
        created.dayEndsAt().toString(),
        createdDay,
        ChartOfAccounts.USUAL,
        List.of(),
        0,
        0,
        0,
        null,
        null,
        null);
  }

  public BusinessCalendar calendar() {
    return new BusinessCalendar(
        ZoneId.of(timeZone), MonthDay.parse(fiscalYearStart), LocalTime.parse(dayEndsAt));
  }
}
