package org.counterfoil.domain.seathold;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seating.ZoneName;

/** How many tickets of each price type of a zone are ordered and not yet paid, or sold. */
final class PriceTypeCounts {

  private record Key(ZoneName zone, PriceTypeCode priceType) {}

  private final Map<Key, Integer> ordered = new HashMap<>();
  private final Map<Key, Integer> sold = new HashMap<>();

  int takenOf(ZoneName zone, PriceTypeCode priceType) {
    Key key = new Key(zone, priceType);
    return ordered.getOrDefault(key, 0) + sold.getOrDefault(key, 0);
  }

  void order(List<PricedPlaces> places) {
    places.forEach(each -> add(ordered, each, each.quantity()));
  }

  /** The order ended, paid or not. */
  void unorder(List<PricedPlaces> places) {
    places.forEach(each -> add(ordered, each, -each.quantity()));
  }

  void sell(List<IssuedTicket> tickets) {
    for (IssuedTicket issued : tickets) {
      sold.merge(new Key(issued.ticket().zone(), issued.ticket().priceType()), 1, Integer::sum);
    }
  }

  void takeBack(ZoneName zone, PriceTypeCode priceType) {
    add(sold, new PricedPlaces(zone, priceType, 1), -1);
  }

  /** What was sold; what a snapshot needs beside the holds. */
  List<PricedPlaces> sold() {
    return sold.entrySet().stream()
        .map(
            each ->
                new PricedPlaces(each.getKey().zone(), each.getKey().priceType(), each.getValue()))
        .toList();
  }

  void restoreSold(List<PricedPlaces> places) {
    places.forEach(each -> add(sold, each, each.quantity()));
  }

  /** Counts of nothing are not kept, so that equal states look the same. */
  private static void add(Map<Key, Integer> counts, PricedPlaces places, int quantity) {
    Key key = new Key(places.zone(), places.priceType());
    counts.merge(key, quantity, (had, more) -> had + more == 0 ? null : had + more);
  }
}
