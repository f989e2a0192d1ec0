package org.counterfoil.architecture.twin.command.south;

import org.counterfoil.architecture.twin.command.north.North;

/** The other half of it. */
public interface South {
  North north();
}
