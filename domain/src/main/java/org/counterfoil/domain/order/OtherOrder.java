package org.counterfoil.domain.order;

import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * An order of another performance that tickets were exchanged for, or from.
 *
 * @param carriedMinor what of the money went with them, in minor units
 */
public record OtherOrder(OrderId orderId, PerformanceId performanceId, long carriedMinor) {}
