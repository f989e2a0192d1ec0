package org.counterfoil.query.sales;

/**
 * How the waiting list of a performance stands.
 *
 * @param waiting entries that wait
 * @param placesAwaited places that they wait for
 * @param offered entries to which places are offered at the moment
 * @param taken entries that bought what they were offered
 */
public record WaitingFigures(long waiting, long placesAwaited, long offered, long taken) {}
