package org.counterfoil.domain.history;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherExpired;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherId;

/** What is left of every voucher, and what each paid, in the most obvious way. */
final class NaiveVouchers {

  private final List<String> faults;
  private final Map<VoucherId, Long> worth = new HashMap<>();
  private final Map<VoucherId, Long> left = new HashMap<>();
  private final Map<PaymentId, Long> spent = new HashMap<>();
  private final Set<PaymentId> givenUp = new HashSet<>();
  private final Map<RefundId, Long> owed = new HashMap<>();

  NaiveVouchers(List<String> faults) {
    this.faults = faults;
  }

  Set<VoucherId> issued() {
    return left.keySet();
  }

  /** What is left of it, in minor units. */
  long leftOf(VoucherId voucher) {
    return left.getOrDefault(voucher, 0L);
  }

  void apply(Event event) {
    switch (event) {
      case OrderPlaced placed -> placed.lines().forEach(this::sell);
      case TicketsRefunded refunded -> giveBack(refunded.parts());
      case TicketsExchanged exchanged -> giveBack(exchanged.parts());
      case RefundDue due -> owe(due.refundId(), due.provider(), due.amount().minor());
      case VoucherIssued issued -> {
        long amount = issued.amount().minor();
        require(worth.getOrDefault(issued.voucherId(), -1L) == amount, issued + " is not paid for");
        require(left.put(issued.voucherId(), amount) == null, issued + " is issued twice");
      }
      case VoucherSpent paid -> {
        boolean isFirst = spent.put(paid.paymentId(), paid.amount().minor()) == null;
        require(isFirst && !givenUp.contains(paid.paymentId()), paid + " pays what it may not");
        take(paid.voucherId(), paid.amount().minor());
      }
      case VoucherPaymentGivenUp given -> givenUp.add(given.paymentId());
      case VoucherCredited back -> {
        Long amount = owed.remove(back.refundId());
        require(amount != null && amount == back.amount().minor(), back + " is not owed");
        take(back.voucherId(), -back.amount().minor());
      }
      case VoucherExpired expired -> {
        take(expired.voucherId(), expired.amount().minor());
        require(leftOf(expired.voucherId()) == 0, expired + " leaves something");
      }
      case PaymentCaptured captured -> {
        boolean isByVoucher = ProviderName.VOUCHERS.equals(captured.provider());
        long paid = spent.getOrDefault(captured.paymentId(), -1L);
        require(!isByVoucher || paid == captured.amount().minor(), captured + " was never made");
      }
      default -> {
        // Nothing of vouchers.
      }
    }
  }

  /** A voucher is worth its line, once that is paid. */
  private void sell(PricedLine line) {
    if (line.validDays() != null) {
      worth.put(new VoucherId(line.lineId().value()), line.grossMinor());
    }
  }

  private void giveBack(List<RefundPart> parts) {
    VoucherId fresh = RefundPart.newVoucher(parts);
    if (fresh != null) {
      worth.put(fresh, parts.stream().mapToLong(RefundPart::amountMinor).sum());
    }
    parts.forEach(part -> owe(part.refundId(), part.provider(), part.amountMinor()));
  }

  private void owe(RefundId refund, ProviderName provider, long minor) {
    if (ProviderName.VOUCHERS.equals(provider)) {
      owed.put(refund, minor);
    }
  }

  private void take(VoucherId voucher, long minor) {
    require(left.containsKey(voucher), voucher + " was never issued");
    require(left.merge(voucher, -minor, Long::sum) >= 0, voucher + " is spent below zero");
  }

  private void require(boolean isTrue, String fault) {
    if (!isTrue) {
      faults.add(fault);
    }
  }
}
