package org.counterfoil.domain.seating;

/**
 * A general admission area: sold by count, without seat numbers.
 *
 * @param capacity how many places it has, at least 1
 */
public record Area(AreaName name, ZoneName zone, int capacity) {}
