package org.counterfoil.query.sales;

/**
 * What was sold at one price in one zone through one channel.
 *
 * @param lastPosition of the newest of these tickets; the newest name of a price type is shown
 */
record SoldLine(
    String zone,
    String priceType,
    String priceTypeName,
    String channel,
    String taxRate,
    Takings takings,
    long lastPosition) {}
