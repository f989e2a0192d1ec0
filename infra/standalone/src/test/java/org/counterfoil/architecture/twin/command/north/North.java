package org.counterfoil.architecture.twin.command.north;

import org.counterfoil.architecture.twin.command.south.South;

/** Half of a circle. */
public record North(South south) {}
