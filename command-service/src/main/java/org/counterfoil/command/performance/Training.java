package org.counterfoil.command.performance;

import org.counterfoil.command.exchange.RequestRejection;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;

/** What is not done with a performance that only exists to rehearse with. */
final class Training {

  private Training() {}

  /** Ends the request where the performance is for training. */
  static void refuse(PerformanceScheduled performance) {
    if (performance.isTraining()) {
      throw RequestRejection.PERFORMANCE_IS_TRAINING.because(
          "performanceId", "Expected a performance that takes place, but it is for training");
    }
  }
}
