package org.counterfoil.domain.waitinglist;

import org.counterfoil.domain.performance.Performance;

/** What a decision about a waiting list is made on. */
public record Demand(Performance performance, WaitingList list, Supply supply) {}
