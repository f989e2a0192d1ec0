package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceStage;
import org.jspecify.annotations.Nullable;

/**
 * A performance as the public may know it.
 *
 * @param timeZone the venue's
 * @param isOnsaleSet whether a sale to the public was set up
 * @param opensAt when it opens; missing for at once
 * @param closesAt when it closes; missing for never
 * @param capacity how many places can be sold, those of areas included
 * @param isTraining whether it only exists to rehearse with, and is in no total
 * @param state whether it is yet to come, took place or was cancelled
 */
public record ScheduledPerformance(
    UUID performanceId,
    UUID organisationId,
    UUID productionId,
    String title,
    UUID venueId,
    String venueName,
    UUID seatingPlanId,
    String planHash,
    int seatCount,
    Instant startsAt,
    Instant endsAt,
    String timeZone,
    boolean isOnsaleSet,
    @Nullable Instant opensAt,
    @Nullable Instant closesAt,
    String currency,
    long capacity,
    boolean isTraining,
    PerformanceStage state) {}
