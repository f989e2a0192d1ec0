package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.seathold.TicketId;

/**
 * What goes back for one ticket: the difference of the splits before and after, so that the parts
 * of a price add up to it. {@code grossMinor = netMinor + taxMinor}, all positive.
 *
 * @param remainingMinor what is left of its price, tax included; 0 where it is void now
 */
public record RefundedTicket(
    TicketId ticketId,
    int ticketNumber,
    long grossMinor,
    long netMinor,
    long taxMinor,
    TaxRate taxRate,
    long remainingMinor) {

  public RefundedTicket {
    if (grossMinor != netMinor + taxMinor) {
      throw new IllegalArgumentException(
          "Expected gross = net + tax, but "
              + grossMinor
              + " is not "
              + netMinor
              + " + "
              + taxMinor);
    }
  }
}
