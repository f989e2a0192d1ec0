package org.counterfoil.domain.heldback;

import org.counterfoil.domain.performance.Performance;

/** What a decision about held-back places is made on. */
public record House(Performance performance, HeldBack heldBack, Occupancy occupancy) {}
