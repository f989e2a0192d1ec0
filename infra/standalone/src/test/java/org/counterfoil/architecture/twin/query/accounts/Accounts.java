package org.counterfoil.architecture.twin.query.accounts;

import org.counterfoil.architecture.twin.query.audit.Audit;

/** Knows another projection. */
public interface Accounts {
  Audit neighbour();
}
