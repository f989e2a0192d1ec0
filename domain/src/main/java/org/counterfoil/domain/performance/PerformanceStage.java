package org.counterfoil.domain.performance;

/** How far a performance has come. */
public enum PerformanceStage {
  SCHEDULED,
  /** It took place. */
  COMPLETED,
  /** It will not take place. */
  CANCELLED
}
