package org.counterfoil.domain.accounting;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.counterfoil.domain.money.TaxRate;

/**
 * Amounts by tax rate; a value. Rates come in ascending order, and only where something is not
 * zero, so that equal amounts are equal values.
 *
 * @param amounts at most one per rate
 */
public record ByRate(List<RateAmount> amounts) {

  public static final ByRate NOTHING = new ByRate(List.of());

  private static final Comparator<TaxRate> ASCENDING =
      Comparator.comparing(rate -> new BigDecimal(rate.value()));

  public ByRate {
    amounts = List.copyOf(amounts);
  }

  /** One amount. */
  public static ByRate of(TaxRate rate, long netMinor, long taxMinor) {
    return sum(List.of(new RateAmount(rate, netMinor, taxMinor)));
  }

  /** Any amounts, added up by rate. */
  public static ByRate sum(Iterable<RateAmount> all) {
    TreeMap<TaxRate, RateAmount> byRate = new TreeMap<>(ASCENDING);
    for (RateAmount one : all) {
      byRate.merge(one.rate(), one, RateAmount::plus);
    }
    byRate.values().removeIf(RateAmount::isZero);
    return new ByRate(List.copyOf(byRate.values()));
  }

  public ByRate plus(ByRate other) {
    return sum(concat(amounts, other.amounts));
  }

  public ByRate minus(ByRate other) {
    return plus(other.negated());
  }

  public ByRate negated() {
    return new ByRate(amounts.stream().map(RateAmount::negated).toList());
  }

  public long netMinor() {
    return amounts.stream().mapToLong(RateAmount::netMinor).sum();
  }

  public long taxMinor() {
    return amounts.stream().mapToLong(RateAmount::taxMinor).sum();
  }

  public long grossMinor() {
    return Math.addExact(netMinor(), taxMinor());
  }

  public boolean isZero() {
    return amounts.isEmpty();
  }

  /**
   * What a part of the price stands for: the part is spread over the rates in proportion, and split
   * there as any price is. A part between two amounts paid is {@code share(after) − share(before)},
   * so that parts add up to the whole.
   *
   * @param partMinor from 0 to the gross amount
   */
  public ByRate share(long partMinor) {
    long whole = grossMinor();
    if (partMinor < 0 || partMinor > whole) {
      throw new IllegalArgumentException(
          "Expected a part of 0 to " + whole + ", but it is " + partMinor);
    }
    if (partMinor == whole) {
      return this;
    }
    TreeMap<TaxRate, RateAmount> shares = new TreeMap<>(ASCENDING);
    long before = 0;
    long spread = 0;
    for (RateAmount one : amounts) {
      before = Math.addExact(before, one.grossMinor());
      long until = proportion(partMinor, before, whole);
      shares.put(one.rate(), split(one.rate(), until - spread));
      spread = until;
    }
    return sum(shares.values());
  }

  private static long proportion(long part, long of, long whole) {
    return BigInteger.valueOf(part)
        .multiply(BigInteger.valueOf(of))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }

  private static RateAmount split(TaxRate rate, long grossMinor) {
    long tax = TaxParts.taxMinor(rate, grossMinor);
    return new RateAmount(rate, grossMinor - tax, tax);
  }

  private static List<RateAmount> concat(List<RateAmount> one, List<RateAmount> other) {
    return java.util.stream.Stream.concat(one.stream(), other.stream()).toList();
  }
}
