package org.counterfoil.domain.seating;

/**
 * How many places a zone has, its areas' places included.
 *
 * @param rank the zone's quality; 1 is best
 */
public record ZoneCapacity(ZoneName zone, int rank, int capacity) {}
