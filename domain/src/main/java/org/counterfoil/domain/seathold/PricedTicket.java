package org.counterfoil.domain.seathold;

import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * One place at its frozen price: a seat, or one place of an area. Amounts are in minor units of the
 * enclosing event's currency, and {@code faceValueMinor = netMinor + taxMinor}.
 *
 * @param seatId the seat; missing for a place of an area
 * @param area the area; missing for a seat
 * @param faceValueMinor price printed on the ticket, tax included
 * @param compReason why it is free; present exactly when the face value is 0
 * @param feeMinor what of the price is a fee, tax included; 0 where there is none
 * @param proof what is to be shown at the door with it; missing for nothing
 */
public record PricedTicket(
    TicketId ticketId,
    HoldId holdId,
    @Nullable SeatId seatId,
    @Nullable AreaName area,
    ZoneName zone,
    PriceTypeCode priceType,
    PublicLabel priceTypeName,
    long faceValueMinor,
    long netMinor,
    long taxMinor,
    TaxRate taxRate,
    @Nullable CompReason compReason,
    long feeMinor,
    @Nullable Proof proof) {

  public PricedTicket {
    if ((seatId == null) == (area == null)) {
      throw new IllegalArgumentException("Expected either a seat or an area, but got both or none");
    }
    if (faceValueMinor != netMinor + taxMinor) {
      throw new IllegalArgumentException(
          "Expected face value = net + tax, but "
              + faceValueMinor
              + " is not "
              + netMinor
              + " + "
              + taxMinor);
    }
  }

  /** A price without a fee inside it, for which nothing is to be shown. */
  public PricedTicket(
      TicketId ticketId,
      HoldId holdId,
      @Nullable SeatId seatId,
      @Nullable AreaName area,
      ZoneName zone,
      PriceTypeCode priceType,
      PublicLabel priceTypeName,
      long faceValueMinor,
      long netMinor,
      long taxMinor,
      TaxRate taxRate,
      @Nullable CompReason compReason) {
    this(
        ticketId,
        holdId,
        seatId,
        area,
        zone,
        priceType,
        priceTypeName,
        faceValueMinor,
        netMinor,
        taxMinor,
        taxRate,
        compReason,
        0,
        null);
  }

  /** The same place at the same price in another hold. */
  public PricedTicket movedTo(HoldId otherHold) {
    return new PricedTicket(
        ticketId,
        otherHold,
        seatId,
        area,
        zone,
        priceType,
        priceTypeName,
        faceValueMinor,
        netMinor,
        taxMinor,
        taxRate,
        compReason,
        feeMinor,
        proof);
  }

  public boolean isComp() {
    return faceValueMinor == 0;
  }
}
