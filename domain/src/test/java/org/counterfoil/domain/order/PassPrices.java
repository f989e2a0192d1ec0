package org.counterfoil.domain.order;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.ZonePrices;

/** The {@link Theatre}'s prices, and one of 18.00 that a pass pays. */
final class PassPrices {

  static final PassOfferCode TEN = new PassOfferCode("TEN");
  static final PriceTypeCode CARD = new PriceTypeCode("CARD");

  private PassPrices() {}

  static PriceListChanged changed() {
    List<PriceType> types = new ArrayList<>(Theatre.prices().zones().getFirst().priceTypes());
    types.add(
        new PriceType(
            CARD,
            new PublicLabel("Carte"),
            1_800,
            new TaxRate("5.5"),
            0,
            Set.of(),
            Set.of(),
            null,
            null,
            null,
            TEN,
            null));
    return new PriceListChanged(
        PERFORMANCE,
        2,
        new PriceList(
            EUR,
            Theatre.prices().zones().stream()
                .map(zone -> new ZonePrices(zone.zone(), types))
                .toList()));
  }
}
