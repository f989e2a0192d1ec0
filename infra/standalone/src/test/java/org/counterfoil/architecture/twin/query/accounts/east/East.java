package org.counterfoil.architecture.twin.query.accounts.east;

import org.counterfoil.architecture.twin.query.accounts.west.West;

/** Knows {@link West}, which knows it. */
public interface East {
  West other();
}
