package org.counterfoil.domain.order;

/** Where the revenue of a ticket stands when money goes back for it. */
public enum RevenueStand {
  /** Its performance is yet to come. */
  DEFERRED,
  /** Its performance took place. */
  EARNED,
  /** Its performance was cancelled: it is owed already. */
  OWED
}
