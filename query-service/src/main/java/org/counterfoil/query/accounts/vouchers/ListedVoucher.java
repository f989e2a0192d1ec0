package org.counterfoil.query.accounts.vouchers;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A voucher as it stands; amounts in minor units. Its code is not among what is known of it.
 *
 * @param origin SALE where somebody bought it, REFUND where money went back to it
 * @param orderId that sold it, or whose money it is
 * @param taxRate of everything it can be spent for, where it is single-purpose
 * @param amountMinor what it was issued for
 * @param spentMinor what it paid
 * @param creditedMinor what of that went back to it
 * @param expiredMinor what was left of it when its time was over, and is no debt any more
 * @param balanceMinor what is left of it
 * @param expiresAt until when (exclusive) it can be spent
 */
public record ListedVoucher(
    UUID voucherId,
    String origin,
    UUID orderId,
    Instant issuedAt,
    String currency,
    @Nullable String taxRate,
    long amountMinor,
    long spentMinor,
    long creditedMinor,
    long expiredMinor,
    long balanceMinor,
    Instant expiresAt) {}
