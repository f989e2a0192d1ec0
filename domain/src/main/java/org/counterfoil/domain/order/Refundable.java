package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;

/** Something of an order that money can go back for. */
sealed interface Refundable permits OrderTicket, OrderLine {

  /** What is left of its price, tax included, in minor units. */
  long remainingMinor();

  TaxRate taxRate();
}
