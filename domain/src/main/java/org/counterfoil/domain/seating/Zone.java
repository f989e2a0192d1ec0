package org.counterfoil.domain.seating;

/**
 * A price zone of a plan.
 *
 * @param rank its quality; 1 is best
 */
public record Zone(ZoneName name, int rank) {}
