package org.counterfoil.domain.order;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.Order.Payment;

/**
 * What of an order's tickets and lines is not paid, by rate. Its tax is not due yet: it is when it
 * is paid, and falls when it is given up. As much of the goods is paid as can still go back of the
 * payments; what had gone back before it was taken back is owed too, and is no goods.
 */
final class Unpaid {

  private Unpaid() {}

  /** What an amount had paid for that is taken back now: nothing where all of that went back. */
  static List<TaxShare> paidBy(long amountMinor, Payment payment, Order order) {
    Map<TaxRate, TaxShare> paid = goods(order);
    order.unpaid.values().forEach(share -> add(paid, share.negated()));
    long whole = gross(paid.values());
    long left = left(order) - Math.min(amountMinor, order.leftOf(payment));
    return shares(paid, Math.max(0, whole - left), whole);
  }

  /** What a payment that comes again pays for: as much as can go back of it once it is there. */
  static List<TaxShare> paidAgainBy(Payment payment, Order order) {
    long gone =
        order.givenBack.getOrDefault(payment.id(), 0L)
            + order.carried.getOrDefault(payment.id(), 0L);
    long again = payment.amount().minor() - gone;
    long left = left(order) - order.leftOf(payment) + Math.max(0, again);
    long unpaid = gross(order.unpaid.values());
    long then = Math.max(0, gross(goods(order).values()) - left);
    return shares(order.unpaid, Math.max(0, unpaid - then), unpaid);
  }

  /** What can still go back of all payments: so much of the goods is paid, if there is as much. */
  private static long left(Order order) {
    return order.payments().stream().mapToLong(order::leftOf).sum();
  }

  /** What is left of tickets and lines. */
  private static Map<TaxRate, TaxShare> goods(Order order) {
    List<Refundable> all = new ArrayList<>(order.tickets());
    all.addAll(order.lines());
    Map<TaxRate, TaxShare> goods = new LinkedHashMap<>();
    for (Refundable one : all) {
      TaxSplit split =
          one.taxRate().split(new Money(one.remainingMinor(), order.placed().currency()));
      add(goods, new TaxShare(one.taxRate(), split.net().minor(), split.tax().minor()));
    }
    return goods;
  }

  /**
   * What a part of a whole is made of: each rate has a share in proportion, and the shares add up
   * to the part.
   */
  static List<TaxShare> shares(Map<TaxRate, TaxShare> all, long part, long whole) {
    List<TaxShare> shares = new ArrayList<>();
    long gross = 0;
    long spread = 0;
    for (TaxShare one : all.values()) {
      gross += one.netMinor() + one.taxMinor();
      long until = whole == 0 ? 0 : proportion(gross, part, whole);
      long tax = whole == 0 ? 0 : proportion(one.taxMinor(), part, whole);
      shares.add(new TaxShare(one.taxRate(), until - spread - tax, tax));
      spread = until;
    }
    shares.removeIf(TaxShare::isZero);
    return shares;
  }

  static long gross(Collection<TaxShare> shares) {
    return shares.stream().mapToLong(share -> share.netMinor() + share.taxMinor()).sum();
  }

  static void add(Map<TaxRate, TaxShare> sums, TaxShare share) {
    sums.merge(share.taxRate(), share, TaxShare::plus);
  }

  static long proportion(long amount, long part, long whole) {
    return BigInteger.valueOf(amount)
        .multiply(BigInteger.valueOf(part))
        .divide(BigInteger.valueOf(whole))
        .longValueExact();
  }
}
