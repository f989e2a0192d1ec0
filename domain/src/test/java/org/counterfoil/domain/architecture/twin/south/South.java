package org.counterfoil.domain.architecture.twin.south;

import org.counterfoil.domain.architecture.twin.north.North;

/** The other half of the circle. */
public record South(North neighbour) {}
