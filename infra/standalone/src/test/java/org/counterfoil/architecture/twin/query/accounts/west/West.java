package org.counterfoil.architecture.twin.query.accounts.west;

import org.counterfoil.architecture.twin.query.accounts.east.East;

/** Knows {@link East}, which knows it. */
public interface West {
  East other();
}
