package org.counterfoil.query.sales;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.counterfoil.query.sales.SalesFigures.ByChannel;
import org.counterfoil.query.sales.SalesFigures.ByPriceType;
import org.counterfoil.query.sales.SalesFigures.ByTaxRate;
import org.counterfoil.query.sales.SalesFigures.ByZone;

/**
 * Adds lines up to figures. The same code serves the present, whose lines are kept ready, and the
 * past, whose lines are made from tickets and holds.
 */
final class SalesFiguresOf {

  /** What brought most stands first; of equals, the order of their codes is kept. */
  private static final Comparator<Takings> LARGEST_FIRST =
      Comparator.comparingLong(Takings::grossMinor).thenComparingLong(Takings::sold).reversed();

  private SalesFiguresOf() {}

  static SalesFigures lines(
      String currency, List<ZonePlaces> zones, List<SoldLine> lines, SalesCurve curve) {
    Takings all = lines.stream().map(SoldLine::takings).reduce(Takings.NONE, Takings::plus);
    long capacity = zones.stream().mapToLong(ZonePlaces::capacity).sum();
    long held = zones.stream().mapToLong(ZonePlaces::held).sum();
    long heldBack = zones.stream().mapToLong(ZonePlaces::heldBack).sum();
    return new SalesFigures(
        currency,
        capacity,
        all.sold(),
        held,
        capacity - all.sold() - held - heldBack,
        heldBack,
        all.comps(),
        all.grossMinor(),
        all.netMinor(),
        all.taxMinor(),
        byZone(zones, lines),
        byPriceType(lines),
        summed(lines, SoldLine::channel, Comparator.<String>naturalOrder()).entrySet().stream()
            .map(e -> new ByChannel(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(ByChannel::takings, LARGEST_FIRST))
            .toList(),
        summed(lines, SoldLine::taxRate, Comparator.comparing(BigDecimal::new)).entrySet().stream()
            .map(e -> new ByTaxRate(e.getKey(), e.getValue()))
            .toList(),
        curve.points(),
        curve.seconds());
  }

  private static List<ByZone> byZone(List<ZonePlaces> zones, List<SoldLine> lines) {
    Map<String, Takings> sold = summed(lines, SoldLine::zone, Comparator.<String>naturalOrder());
    List<ByZone> result = new ArrayList<>();
    for (ZonePlaces zone : zones) {
      Takings takings = sold.getOrDefault(zone.zone(), Takings.NONE);
      long available = zone.capacity() - takings.sold() - zone.held() - zone.heldBack();
      result.add(
          new ByZone(
              zone.zone(), zone.capacity(), available, zone.held(), zone.heldBack(), takings));
    }
    return result;
  }

  private static List<ByPriceType> byPriceType(List<SoldLine> lines) {
    Map<String, SoldLine> newest = new HashMap<>();
    for (SoldLine line : lines) {
      newest.merge(line.priceType(), line, (a, b) -> a.lastPosition() >= b.lastPosition() ? a : b);
    }
    List<ByPriceType> result = new ArrayList<>();
    summed(lines, SoldLine::priceType, Comparator.<String>naturalOrder())
        .forEach(
            (code, takings) -> {
              SoldLine line = newest.get(code);
              String name = line == null ? code : line.priceTypeName();
              result.add(new ByPriceType(code, name, takings));
            });
    result.sort(Comparator.comparing(ByPriceType::takings, LARGEST_FIRST));
    return result;
  }

  private static Map<String, Takings> summed(
      List<SoldLine> lines, Function<SoldLine, String> by, Comparator<String> order) {
    Map<String, Takings> sums = new TreeMap<>(order);
    lines.forEach(line -> sums.merge(by.apply(line), line.takings(), Takings::plus));
    return sums;
  }
}
