package org.counterfoil.domain.accounting;

import java.time.Instant;
import java.time.ZoneId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * What is invoiced: a performance, as it was to take place when the invoice was issued.
 *
 * @param title of the production
 * @param timeZone the venue's
 */
public record Supply(
    PerformanceId performanceId,
    PublicLabel title,
    PublicLabel venueName,
    Instant startsAt,
    ZoneId timeZone) {}
