package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Places that something keeps off general sale.
 *
 * @param kind {@code HOLD_CODE}, {@code KILL} or {@code ALLOTMENT}
 * @param code of a hold code
 * @param channel of an allotment
 * @param reasonCode of a hold code or a kill
 * @param returnsAt when an allotment's unsold places return; missing for never
 * @param places how many it was given
 * @param free how many of them are neither held nor sold
 */
public record HeldBackLine(
    UUID heldBackId,
    String kind,
    @Nullable String code,
    @Nullable String channel,
    @Nullable String reasonCode,
    @Nullable Instant returnsAt,
    long places,
    long free) {}
