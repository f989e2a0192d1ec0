package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * What each zone of a performance costs, per price type, and what is asked for beside tickets. All
 * amounts in one currency.
 */
public record PriceList(Currency currency, List<ZonePrices> zones, List<Fee> fees) {

  public PriceList {
    zones = List.copyOf(zones);
    fees = List.copyOf(fees);
  }

  /** Prices without fees beside them. */
  public PriceList(Currency currency, List<ZonePrices> zones) {
    this(currency, zones, List.of());
  }

  /** The same prices, and nothing asked for beside tickets. */
  public PriceList withoutFees() {
    return new PriceList(currency, zones);
  }

  /** The fees that are asked for through a channel. */
  public List<Fee> feesThrough(SalesChannel channel) {
    return fees.stream().filter(fee -> fee.isOfferedThrough(channel)).toList();
  }

  /** The price types of the zone that are offered to this caller now. */
  public List<PriceType> offersFor(ZoneName zone, Caller caller, Instant now) {
    return pricesOf(zone).stream().filter(type -> type.isOfferedTo(caller, now)).toList();
  }

  /** The zone's price type with this code, or null where the zone has none. */
  public @Nullable PriceType priceType(ZoneName zone, PriceTypeCode code) {
    return pricesOf(zone).stream()
        .filter(type -> type.priceType().equals(code))
        .findFirst()
        .orElse(null);
  }

  private List<PriceType> pricesOf(ZoneName zone) {
    return zones.stream()
        .filter(prices -> prices.zone().equals(zone))
        .findFirst()
        .map(ZonePrices::priceTypes)
        .orElse(List.of());
  }
}
