package org.counterfoil.domain.heldback;

import java.time.Instant;
import org.counterfoil.domain.performance.SalesChannel;
import org.jspecify.annotations.Nullable;

/**
 * To whom an allotment is given, and until when.
 *
 * @param heldBackId of the allotment that these terms make
 * @param channel through which alone its places are sold
 * @param returnsAt when the unsold ones return; missing for never
 */
public record AllotmentTerms(
    HeldBackId heldBackId, SalesChannel channel, @Nullable Instant returnsAt) {}
