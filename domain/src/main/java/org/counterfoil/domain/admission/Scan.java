package org.counterfoil.domain.admission;

import java.time.Instant;

/**
 * A code was held before a gate.
 *
 * @param scannedAt by the gate's clock, where it was without a network; else when it was decided
 * @param isOffline whether the gate decided by itself, from a list
 */
public record Scan(ScanId scanId, GateName gate, Instant scannedAt, boolean isOffline) {}
