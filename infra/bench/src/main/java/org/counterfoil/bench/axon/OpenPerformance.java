package org.counterfoil.bench.axon;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.counterfoil.domain.performance.PerformanceCommand;

/** Begins a performance and opens its sale. */
record OpenPerformance(
    @TargetAggregateIdentifier String performance, List<PerformanceCommand> commands) {}
