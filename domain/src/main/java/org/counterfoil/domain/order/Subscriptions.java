package org.counterfoil.domain.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.jspecify.annotations.Nullable;

/**
 * Fixed subscriptions: price types that are sold only where tickets of them are ordered for several
 * performances at once. What they cost is each performance's own price, and stays as it was sold,
 * whatever becomes of the others.
 */
final class Subscriptions {

  private Subscriptions() {}

  /**
   * Null where each price type is ordered for as many performances as it asks for.
   *
   * @param parts what is ordered together, each of another performance
   */
  static @Nullable Decision<Event> refuse(List<OrderPlacing> parts) {
    Map<PriceTypeCode, Integer> performances = new HashMap<>();
    for (OrderPlacing part : parts) {
      Set<PriceTypeCode> own = new HashSet<>();
      part.types().forEach(type -> own.add(type.priceType()));
      own.forEach(code -> performances.merge(code, 1, Integer::sum));
    }
    for (OrderPlacing part : parts) {
      for (PriceType type : part.types()) {
        Integer least = type.minPerformances();
        int ordered = performances.getOrDefault(type.priceType(), 0);
        if (least != null && ordered < least) {
          return Decision.reject(
              OrderRejection.TOO_FEW_PERFORMANCES,
              "Expected "
                  + type.priceType()
                  + " to be ordered for at least "
                  + least
                  + " performances at once, but it is for "
                  + ordered);
        }
      }
    }
    return null;
  }

  /** Null where what is wanted instead of tickets is in no subscription but theirs. */
  static @Nullable Decision<Event> refuseExchange(List<OrderTicket> old, List<PriceType> wanted) {
    Set<PriceTypeCode> own = new HashSet<>();
    old.forEach(ticket -> own.add(ticket.issued().ticket().priceType()));
    for (PriceType type : wanted) {
      if (type.minPerformances() != null && !own.contains(type.priceType())) {
        return Decision.reject(
            OrderRejection.TOO_FEW_PERFORMANCES,
            "Expected tickets of a subscription to be exchanged for others of it, but "
                + type.priceType()
                + " is another");
      }
    }
    return null;
  }
}
