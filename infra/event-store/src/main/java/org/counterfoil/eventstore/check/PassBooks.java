package org.counterfoil.eventstore.check;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.order.OrderEvent;
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
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.pass.PassEvent.PassExpired;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassEvent.PassUsed;
import org.counterfoil.domain.pass.PassEvent.PassUsesReturned;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassUses;
import org.jspecify.annotations.Nullable;

/** How often passes were used, and what each use was worth. */
final class PassBooks {

  private final Findings findings;
  private final Map<PassId, Integer> left = new HashMap<>();
  private final Map<PassId, PassUses> issued = new HashMap<>();
  private final Map<PaymentId, Long> used = new HashMap<>();
  private final Set<PaymentId> givenUp = new HashSet<>();
  private final Map<PassId, Long> paidFor = new HashMap<>();
  private final Map<RefundId, Long> owed = new HashMap<>();
  private final boolean isWhole;

  /**
   * Nothing is known yet.
   *
   * @param isWhole whether every pass is seen from its beginning; else one that was issued before
   *     is followed without its uses
   */
  PassBooks(Findings findings, boolean isWhole) {
    this.findings = findings;
    this.isWhole = isWhole;
  }

  void apply(PassEvent event) {
    switch (event) {
      case PassIssued begun -> {
        requireOwed(paidFor.remove(begun.passId()), begun.uses(), event);
        require(left.put(begun.passId(), begun.uses().count()) == null, event);
        issued.put(begun.passId(), begun.uses());
      }
      case PassUsed paid -> {
        boolean isFirst = used.put(paid.paymentId(), paid.uses().grossMinor()) == null;
        require(isFirst && !givenUp.contains(paid.paymentId()), event);
        take(event, paid.uses(), 1);
      }
      case PassPaymentGivenUp given ->
          require(givenUp.add(given.paymentId()) && !used.containsKey(given.paymentId()), event);
      case PassUsesReturned back -> {
        requireOwed(owed.remove(back.refundId()), back.uses(), event);
        take(event, back.uses(), -1);
      }
      case PassExpired expired -> take(event, expired.uses(), 1);
    }
  }

  /** Hears what an order says of passes: what it sells and owes, and what one paid. */
  void apply(OrderEvent event) {
    switch (event) {
      case OrderPlaced placed -> placed.lines().forEach(this::sold);
      case RefundDue due -> owe(due.refundId(), due.provider(), due.amount().minor());
      case TicketsRefunded refunded -> refunded.parts().forEach(this::owe);
      case TicketsExchanged exchanged -> exchanged.parts().forEach(this::owe);
      case PaymentCaptured captured -> captured(captured);
      default -> {
        // Nothing of passes: an order says more than this.
      }
    }
  }

  private void sold(PricedLine line) {
    if (line.pass() != null) {
      paidFor.put(new PassId(line.lineId().value()), line.grossMinor());
    }
  }

  private void owe(RefundPart part) {
    owe(part.refundId(), part.provider(), part.amountMinor());
  }

  private void owe(RefundId refund, @Nullable ProviderName provider, long minor) {
    if (ProviderName.PASSES.equals(provider)) {
      owed.put(refund, minor);
    }
  }

  /** An order takes a pass's word for what it paid: it must have been given. */
  private void captured(PaymentCaptured captured) {
    if (ProviderName.PASSES.equals(captured.provider())) {
      findings.require(
          used.getOrDefault(captured.paymentId(), 0L) == captured.amount().minor(),
          Invariant.PASS_USED_ONCE,
          () ->
              "Expected a pass to have paid %d for payment %s, but it did not"
                  .formatted(captured.amount().minor(), captured.paymentId()));
    }
  }

  /** Nobody gets a pass, or a use of one, but by an order that says so. */
  private void requireOwed(@Nullable Long expected, PassUses uses, PassEvent event) {
    boolean isUnknown = expected == null && !isWhole;
    findings.require(
        isUnknown || (expected != null && expected == uses.grossMinor()),
        Invariant.PASS_PAID_FOR,
        () -> "Expected an order to say what a pass is worth, but none does at " + event);
  }

  /**
   * Fewer uses are left of a pass, or more.
   *
   * @param sign 1 where they become fewer, -1 where they become more
   */
  private void take(PassEvent event, PassUses uses, int sign) {
    PassUses all = issued.get(event.passId());
    if (all == null && !isWhole) {
      return;
    }
    int after = left.getOrDefault(event.passId(), 0) - sign * uses.count();
    left.put(event.passId(), after);
    require(after >= 0 && all != null && after <= all.count(), event);
    findings.require(
        all != null && uses.count() > 0 && isAlike(uses, all),
        Invariant.PASS_USES_ALIKE,
        () -> "Expected uses of a pass to be worth what was paid for them, but not at " + event);
  }

  private static boolean isAlike(PassUses some, PassUses all) {
    return some.currency().equals(all.currency())
        && some.taxRate().equals(all.taxRate())
        && some.grossMinor() * all.count() == all.grossMinor() * some.count()
        && some.netMinor() * all.count() == all.netMinor() * some.count()
        && some.taxMinor() * all.count() == all.taxMinor() * some.count();
  }

  private void require(boolean isSound, PassEvent event) {
    findings.require(
        isSound,
        Invariant.PASS_USED_ONCE,
        () ->
            "Expected a pass to be used as often as it was paid for, but it is not so at " + event);
  }
}
