package org.counterfoil.domain.seathold;

import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seating.ZoneName;

/** Places of one zone that are ordered at one price type; {@code quantity} is at least 1. */
public record PricedPlaces(ZoneName zone, PriceTypeCode priceType, int quantity) {}
