package org.counterfoil.architecture.twin.query.audit;

import org.counterfoil.architecture.twin.query.operations.Operations;

/** Knows another projection. */
public interface Audit {
  Operations neighbour();
}
