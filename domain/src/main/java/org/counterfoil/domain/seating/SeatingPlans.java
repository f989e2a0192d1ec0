package org.counterfoil.domain.seating;

/**
 * Finds checked plans by the hash of their stored document. Documents are write-once, so the answer
 * for a hash never changes: looking one up keeps {@code evolve} deterministic.
 */
@FunctionalInterface
public interface SeatingPlans {

  /** MUST answer the plan of every hash that was ever recorded in an event. */
  SeatingPlan byHash(PlanHash hash);
}
