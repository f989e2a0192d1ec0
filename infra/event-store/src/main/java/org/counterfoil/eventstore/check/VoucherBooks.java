package org.counterfoil.eventstore.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineProduct;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.voucher.TaxedPart;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/** What vouchers paid, and what was left of them at each moment. */
final class VoucherBooks {

  private final Findings findings;
  private final Map<VoucherId, Long> left = new HashMap<>();
  private final Map<PaymentId, Long> spent = new HashMap<>();
  private final Map<PaymentId, Long> captured = new HashMap<>();
  private final Set<OrderId> joined = new HashSet<>();
  private final Set<PaymentId> shared = new HashSet<>();
  private final Set<PaymentId> givenUp = new HashSet<>();
  private final Map<VoucherId, Long> paidFor = new HashMap<>();
  private final Map<RefundId, Long> owed = new HashMap<>();
  private final Map<VoucherId, TaxRate> taxed = new HashMap<>();
  private final boolean isWhole;

  /**
   * Nothing is known yet.
   *
   * @param isWhole whether every voucher is seen from its beginning; else one that was issued
   *     before is followed without its balance
   */
  VoucherBooks(Findings findings, boolean isWhole) {
    this.findings = findings;
    this.isWhole = isWhole;
  }

  void apply(VoucherEvent event) {
    switch (event) {
      case VoucherIssued issued -> {
        long amount = issued.amount().minor();
        requireOwed(paidFor.remove(issued.voucherId()), amount, event);
        require(left.put(issued.voucherId(), amount) == null, event);
        if (issued.taxRate() != null) {
          taxed.put(issued.voucherId(), issued.taxRate());
        }
      }
      case VoucherSpent paid -> {
        boolean isFirst = spent.put(paid.paymentId(), paid.amount().minor()) == null;
        require(isFirst && !givenUp.contains(paid.paymentId()), event);
        take(event, paid.amount(), 1, paid.taxed());
      }
      case VoucherPaymentGivenUp given ->
          require(givenUp.add(given.paymentId()) && !spent.containsKey(given.paymentId()), event);
      case VoucherCredited back -> {
        requireOwed(owed.remove(back.refundId()), back.amount().minor(), event);
        take(event, back.amount(), -1, back.taxed());
      }
      case VoucherExpired expired -> take(event, expired.amount(), 1, expired.taxed());
    }
  }

  /** Hears what an order says of vouchers: what it sells and owes, and what one paid. */
  void apply(OrderEvent event) {
    switch (event) {
      case OrderPlaced placed -> placed.lines().forEach(this::sold);
      case RefundDue due -> owe(due.refundId(), due.provider(), due.amount().minor());
      case TicketsRefunded refunded -> giveBack(refunded.parts());
      case TicketsExchanged exchanged -> giveBack(exchanged.parts());
      case TicketsExchangedElsewhere elsewhere -> giveBack(elsewhere.parts());
      case PaymentCaptured paid -> captured(paid);
      case OrderJoined part -> joined.add(part.orderId());
      default -> {
        // Nothing of vouchers: an order says more than this.
      }
    }
  }

  private void sold(PricedLine line) {
    if (line.product() == LineProduct.VOUCHER) {
      paidFor.put(new VoucherId(line.lineId().value()), line.grossMinor());
    }
  }

  private void giveBack(List<RefundPart> parts) {
    VoucherId fresh = RefundPart.newVoucher(parts);
    if (fresh != null) {
      paidFor.put(fresh, parts.stream().mapToLong(RefundPart::amountMinor).sum());
    }
    parts.forEach(part -> owe(part.refundId(), part.provider(), part.amountMinor()));
  }

  private void owe(RefundId refund, @Nullable ProviderName provider, long minor) {
    if (ProviderName.VOUCHERS.equals(provider)) {
      owed.put(refund, minor);
    }
  }

  /** An order takes a voucher's word for what it paid: it must have been given. */
  private void captured(PaymentCaptured paid) {
    if (ProviderName.VOUCHERS.equals(paid.provider())) {
      long all = captured.merge(paid.paymentId(), paid.amount().minor(), Long::sum);
      if (joined.contains(paid.orderId())) {
        shared.add(paid.paymentId());
      }
      findings.require(
          spent.getOrDefault(paid.paymentId(), 0L) >= all,
          Invariant.VOUCHER_SPENT_ONCE,
          () ->
              "Expected a voucher to have paid %d for payment %s, but it did not"
                  .formatted(all, paid.paymentId()));
    }
  }

  /**
   * Looks, at the end, whether all that vouchers paid arrived where something did. The parts of a
   * joint order are not all known where one performance was looked at.
   */
  void close() {
    captured.forEach(
        (payment, minor) ->
            findings.require(
                minor >= spent.getOrDefault(payment, 0L) || (!isWhole && shared.contains(payment)),
                Invariant.VOUCHER_SPENT_ONCE,
                () ->
                    "Expected all of the %s that a voucher paid as payment %s, but orders have %d"
                        .formatted(spent.get(payment), payment, minor)));
  }

  /** Nobody gets a voucher, or money on it, but by an order that says so. */
  private void requireOwed(@Nullable Long expected, long minor, VoucherEvent event) {
    boolean isUnknown = expected == null && !isWhole;
    findings.require(
        isUnknown || (expected != null && expected == minor),
        Invariant.VOUCHER_PAID_FOR,
        () -> "Expected an order to say what a voucher is worth, but none does at " + event);
  }

  /**
   * Less is left of a voucher, or more.
   *
   * @param sign 1 where it becomes less, -1 where it becomes more
   * @param part what is said of the tax on it
   */
  private void take(VoucherEvent event, Money amount, int sign, @Nullable TaxedPart part) {
    Long before = left.get(event.voucherId());
    if (before == null && !isWhole) {
      return;
    }
    long after = before == null ? -1 : before - sign * amount.minor();
    left.put(event.voucherId(), after);
    require(after >= 0, event);
    TaxRate rate = taxed.get(event.voucherId());
    long net =
        before == null || rate == null
            ? 0
            : sign * (netOf(rate, before, amount) - netOf(rate, after, amount));
    findings.require(
        rate == null
            ? part == null
            : part != null && part.netMinor() == net && part.taxMinor() == amount.minor() - net,
        Invariant.VOUCHER_TAXED_ONCE,
        () -> "Expected the parts of a voucher to add up to its tax, but they do not at " + event);
  }

  private static long netOf(TaxRate rate, long minor, Money like) {
    return rate.split(new Money(minor, like.currency())).net().minor();
  }

  private void require(boolean isSound, VoucherEvent event) {
    findings.require(
        isSound,
        Invariant.VOUCHER_SPENT_ONCE,
        () ->
            "Expected a voucher to be spent once and never below zero, but it is not so at "
                + event);
  }
}
