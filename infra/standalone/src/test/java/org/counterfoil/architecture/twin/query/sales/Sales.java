package org.counterfoil.architecture.twin.query.sales;

import org.counterfoil.architecture.twin.query.accounts.Accounts;

/** Knows another projection. */
public interface Sales {
  Accounts neighbour();
}
