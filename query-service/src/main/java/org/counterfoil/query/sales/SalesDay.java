package org.counterfoil.query.sales;

import java.time.LocalDate;

/**
 * What was sold on a day.
 *
 * @param day in the time zone of the venue, or of the organisation
 * @param soldInAll until its end
 * @param grossMinor that day, tax included, in minor units
 */
public record SalesDay(LocalDate day, long sold, long soldInAll, long grossMinor) {}
