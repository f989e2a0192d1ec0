package org.counterfoil.command.exchange;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seating.ZoneName;

/** What a caller is offered: the price types of each zone. */
public final class Offers {

  private Offers() {}

  /** A price type as it is offered; amounts in minor units, tax included in the face value. */
  public record Offer(
      @Schema(example = "FULL") PriceTypeCode priceType,
      @Schema(example = "Plein tarif") PublicLabel name,
      @Schema(example = "2500") long faceValueMinor,
      @Schema(example = "130") long taxMinor,
      @Schema(example = "5.5") TaxRate taxRate) {}

  /** The offers of each of the zones, in their order. */
  public static Map<ZoneName, List<Offer>> of(
      PriceList prices, Collection<ZoneName> zones, Caller caller, Instant now) {
    Map<ZoneName, List<Offer>> offers = new LinkedHashMap<>();
    for (ZoneName zone : zones) {
      offers.computeIfAbsent(
          zone,
          name ->
              prices.offersFor(name, caller, now).stream()
                  .map(type -> offer(type, prices))
                  .toList());
    }
    return offers;
  }

  private static Offer offer(PriceType type, PriceList prices) {
    TaxSplit split = type.taxRate().split(new Money(type.faceValueMinor(), prices.currency()));
    return new Offer(
        type.priceType(), type.name(), type.faceValueMinor(), split.tax().minor(), type.taxRate());
  }
}
