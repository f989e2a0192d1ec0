package org.counterfoil.domain.performance;

import java.util.List;
import org.counterfoil.domain.seating.ZoneName;

/** The price types of one zone. */
public record ZonePrices(ZoneName zone, List<PriceType> priceTypes) {
  public ZonePrices {
    priceTypes = List.copyOf(priceTypes);
  }
}
