package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** What each zone of a performance costs, per price type. All amounts in one currency. */
public record PriceList(Currency currency, List<ZonePrices> zones) {

  public PriceList {
    zones = List.copyOf(zones);
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
