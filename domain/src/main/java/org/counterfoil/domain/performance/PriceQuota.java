package org.counterfoil.domain.performance;

import org.counterfoil.domain.seating.ZoneName;

/**
 * How many tickets of a price type are sold in its zone at most; as prices are set by zone, so are
 * quotas. Tickets of orders that are not paid yet count, and give their share back when the order
 * lapses.
 *
 * @param quota at least 0
 */
public record PriceQuota(ZoneName zone, PriceTypeCode priceType, int quota) {}
