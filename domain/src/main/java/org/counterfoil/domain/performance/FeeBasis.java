package org.counterfoil.domain.performance;

/** What a fee is charged for, once each. */
public enum FeeBasis {
  ORDER,
  /** Each ticket that is not free. */
  TICKET
}
