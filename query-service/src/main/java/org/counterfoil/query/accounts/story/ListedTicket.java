package org.counterfoil.query.accounts.story;

import java.util.UUID;

/**
 * A ticket of an order, as the books have it.
 *
 * @param refundedMinor what went back of its price
 */
public record ListedTicket(
    UUID ticketId,
    int ticketNumber,
    String zone,
    String priceTypeName,
    String taxRate,
    String currency,
    long grossMinor,
    long refundedMinor,
    boolean isVoid) {}
