package org.counterfoil.domain.order;

import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.seathold.IssuedTicket;

/**
 * A ticket of an order after it was issued.
 *
 * @param refundedMinor what went back of its price, in minor units
 * @param isVoid whether it is invalid
 */
public record OrderTicket(IssuedTicket issued, long refundedMinor, boolean isVoid)
    implements Refundable {

  @Override
  public long remainingMinor() {
    return issued.ticket().faceValueMinor() - refundedMinor;
  }

  @Override
  public TaxRate taxRate() {
    return issued.ticket().taxRate();
  }

  OrderTicket voided() {
    return new OrderTicket(issued, refundedMinor, true);
  }

  OrderTicket refunded(RefundedTicket refunded) {
    return new OrderTicket(
        issued, refundedMinor + refunded.grossMinor(), isVoid || refunded.remainingMinor() == 0);
  }
}
