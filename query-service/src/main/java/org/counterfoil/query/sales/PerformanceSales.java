package org.counterfoil.query.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** A performance in a list, with its totals; see {@link SalesFigures} for what they mean. */
public record PerformanceSales(
    @JsonUnwrapped ScheduledPerformance performance,
    long held,
    long available,
    long heldBack,
    @JsonUnwrapped Takings takings) {}
