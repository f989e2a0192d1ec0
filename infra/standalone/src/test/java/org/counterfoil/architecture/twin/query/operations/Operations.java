package org.counterfoil.architecture.twin.query.operations;

import org.counterfoil.architecture.twin.query.sales.Sales;

/** Knows another projection. */
public interface Operations {
  Sales neighbour();
}
