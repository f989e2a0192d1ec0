package org.counterfoil.query.sales;

import java.time.Instant;

/**
 * A point of the sales curve: what had been sold in all by the end of the interval that begins at
 * {@code at}. The last point is the total.
 *
 * @param grossMinor in minor units, tax included
 */
public record CurvePoint(Instant at, long sold, long grossMinor) {}
