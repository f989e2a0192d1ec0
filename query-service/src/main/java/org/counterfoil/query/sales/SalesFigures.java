package org.counterfoil.query.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;

/**
 * How sales stand. Amounts are in minor units of {@code currency}; places add up: {@code capacity =
 * sold + held + heldBack + available}.
 *
 * @param sold places sold: tickets issued, free ones included
 * @param held places that seat holds keep at the moment
 * @param available places that can be bought
 * @param heldBack places that staff keep off sale
 * @param comps free tickets, which are among the sold
 * @param curveSeconds the length of the curve's intervals
 */
public record SalesFigures(
    String currency,
    long capacity,
    long sold,
    long held,
    long available,
    long heldBack,
    long comps,
    long grossMinor,
    long netMinor,
    long taxMinor,
    List<ByZone> byZone,
    List<ByPriceType> byPriceType,
    List<ByChannel> byChannel,
    List<ByTaxRate> byTaxRate,
    List<CurvePoint> curve,
    long curveSeconds) {

  /** A price zone, in the seating plan's order. */
  public record ByZone(
      String zone,
      long capacity,
      long available,
      long held,
      long heldBack,
      @JsonUnwrapped Takings takings) {}

  /** A price type by its code, with the name it was last sold under. */
  public record ByPriceType(String priceType, String name, @JsonUnwrapped Takings takings) {}

  /** A sales channel. */
  public record ByChannel(String channel, @JsonUnwrapped Takings takings) {}

  /** A tax rate in percent, such as {@code "5.5"}. */
  public record ByTaxRate(String taxRate, @JsonUnwrapped Takings takings) {}
}
