package org.counterfoil.query.accounts.passes;

import java.time.Instant;
import java.util.UUID;

/**
 * A pass as it stands; amounts in minor units. Its code is not among what is known of it.
 *
 * @param pass which one of the organisation's offers it is
 * @param orderId that sold it
 * @param uses how many were paid for
 * @param used how many were taken
 * @param returned how many of those came back
 * @param unused how many nobody had taken when its time was over
 * @param usesLeft how many can still be taken
 * @param amountMinor what was paid for it, tax included
 * @param deferredMinor what of that is revenue of later, without tax: that of the uses that are
 *     left
 * @param expiresAt until when (exclusive) it can be used
 */
public record ListedPass(
    UUID passId,
    String pass,
    String name,
    UUID orderId,
    Instant issuedAt,
    String currency,
    String taxRate,
    int uses,
    int used,
    int returned,
    int unused,
    int usesLeft,
    long amountMinor,
    long deferredMinor,
    Instant expiresAt) {}
