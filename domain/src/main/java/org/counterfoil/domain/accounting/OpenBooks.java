package org.counterfoil.domain.accounting;

import java.time.LocalDate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/**
 * How far an organisation's books are, for who closes them.
 *
 * @param openedOn its first business day
 * @param dayThrough the last day that is closed
 * @param monthThrough the last day of the last month that is closed
 * @param yearThrough the last day of the last fiscal year that is closed
 * @param unfinishedSince the first day on which a performance takes place that is neither completed
 *     nor cancelled, past or to come
 */
public record OpenBooks(
    OrganisationId organisationId,
    BusinessCalendar calendar,
    LocalDate openedOn,
    @Nullable LocalDate dayThrough,
    @Nullable LocalDate monthThrough,
    @Nullable LocalDate yearThrough,
    @Nullable LocalDate unfinishedSince) {}
