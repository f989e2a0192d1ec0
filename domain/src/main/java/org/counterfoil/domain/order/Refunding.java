package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.Order.Payment;
import org.counterfoil.domain.seathold.PricedTicket;
import org.jspecify.annotations.Nullable;

/**
 * Divides what goes back: over tickets and lines by what is left of each, and over the payments in
 * the order in which they were received, each up to what is left of it. Wherever a price is cut,
 * net and tax are the difference of the splits before and after the cut, so that however a price
 * goes back its parts add up to it.
 */
final class Refunding {

  private final Order order;
  private final RefundTo to;
  private final boolean isAtCounter;
  private final Iterator<RefundId> spareIds;
  private Iterator<Payment> payments;
  private final List<RefundedTicket> tickets = new ArrayList<>();
  private final List<RefundedLine> lines = new ArrayList<>();
  private final List<RefundPart> parts = new ArrayList<>();
  private final Map<TaxRate, TaxShare> taxes = new LinkedHashMap<>();
  private @Nullable Payment payment;
  private long leftOfPayment;
  private long inPart;

  /**
   * Begins with nothing.
   *
   * @param spareIds at least one per payment
   */
  Refunding(Order order, RefundTo to, boolean isAtCounter, List<RefundId> spareIds) {
    this.order = order;
    this.to = to;
    this.isAtCounter = isAtCounter;
    this.spareIds = spareIds.iterator();
    this.payments = payments(false);
  }

  /** Those that may give back: passes their own tickets' uses, and nothing else. */
  private Iterator<Payment> payments(boolean isOfPass) {
    return order.payments().stream().filter(p -> (p.passId() != null) == isOfPass).iterator();
  }

  List<RefundedTicket> tickets() {
    return tickets;
  }

  List<RefundedLine> lines() {
    return lines;
  }

  List<RefundPart> parts() {
    return parts;
  }

  /**
   * Takes back all that is left of tickets that others replace, and gives back what these cost
   * less. In each part a rate has a share in proportion to what it loses, one that gains a negative
   * one; the shares add up to the difference, however it is cut.
   *
   * @param amountMinor the difference; 0 where the others cost the same or more
   */
  void exchange(List<OrderTicket> from, List<PricedTicket> others, long amountMinor) {
    Map<TaxRate, TaxShare> lost = new LinkedHashMap<>();
    for (OrderTicket ticket : from) {
      TaxRate rate = ticket.issued().ticket().taxRate();
      TaxShare whole = cut(rate, ticket.remainingMinor(), ticket.remainingMinor());
      Unpaid.add(lost, whole);
      tickets.add(returned(ticket, ticket.remainingMinor(), whole, 0));
    }
    for (PricedTicket ticket : others) {
      Unpaid.add(lost, new TaxShare(ticket.taxRate(), -ticket.netMinor(), -ticket.taxMinor()));
    }
    spread(lost, amountMinor);
  }

  /** Gives back an amount that is made of these shares, over the payments. */
  private void spread(Map<TaxRate, TaxShare> lost, long amountMinor) {
    long given = 0;
    while (given < amountMinor) {
      long slice = Math.min(amountMinor - given, room());
      long until = given + slice;
      Unpaid.shares(lost, until, amountMinor).forEach(share -> Unpaid.add(taxes, share));
      Unpaid.shares(lost, given, amountMinor).forEach(share -> Unpaid.add(taxes, share.negated()));
      given = until;
      inPart += slice;
      leftOfPayment -= slice;
    }
    closePart();
  }

  /**
   * Takes an amount from the payments that goes with tickets to another order, and no way back; to
   * be called before anything is given back.
   *
   * @param amountMinor at most what is left of them
   */
  List<CarriedPayment> carry(long amountMinor) {
    List<CarriedPayment> carried = new ArrayList<>();
    long missing = amountMinor;
    while (missing > 0) {
      long slice = Math.min(missing, room());
      carried.add(CarriedPayment.of(Objects.requireNonNull(payment), slice));
      missing -= slice;
      leftOfPayment -= slice;
    }
    return carried;
  }

  /**
   * Gives back an amount, at most what is left of all that is named; to be called once. Where the
   * order owes, all of it is taken back: what is not paid is given up first, and the rest goes
   * back. A use goes back to its pass, whatever is owed.
   */
  void give(List<Refundable> from, long amountMinor) {
    List<Refundable> uses = from.stream().filter(this::isOfPass).toList();
    long ofUses = uses.stream().mapToLong(Refundable::remainingMinor).sum();
    if (ofUses > 0) {
      payments = payments(true);
      spreadOver(uses, ofUses);
      payments = payments(false);
      payment = null;
      leftOfPayment = 0;
    }
    List<Refundable> others = from.stream().filter(one -> !isOfPass(one)).toList();
    if (order.isOwing()) {
      takeBack(others);
    } else {
      spreadOver(others, amountMinor - ofUses);
    }
  }

  private boolean isOfPass(Refundable one) {
    return one instanceof OrderTicket ticket && order.isOfPass(ticket.issued().ticket().ticketId());
  }

  private void spreadOver(List<Refundable> from, long amountMinor) {
    long all = from.stream().mapToLong(Refundable::remainingMinor).sum();
    long before = 0;
    long given = 0;
    for (Refundable one : from) {
      before += one.remainingMinor();
      long until = Unpaid.proportion(amountMinor, before, all);
      if (until > given) {
        give(one, until - given);
      }
      given = until;
    }
    closePart();
  }

  private void takeBack(List<Refundable> from) {
    Map<TaxRate, TaxShare> paid = new LinkedHashMap<>();
    for (Refundable one : from) {
      long left = one.remainingMinor();
      TaxShare whole = cut(one.taxRate(), left, left);
      Unpaid.add(paid, whole);
      returned(one, left, whole, 0);
    }
    long back = Unpaid.gross(paid.values()) - Unpaid.gross(order.unpaid.values());
    if (back > 0) {
      order.unpaid.values().forEach(share -> Unpaid.add(paid, share.negated()));
      spread(paid, back);
    }
  }

  private void give(Refundable one, long amountMinor) {
    TaxRate rate = one.taxRate();
    long remaining = one.remainingMinor();
    long missing = amountMinor;
    while (missing > 0) {
      long slice = Math.min(missing, room());
      TaxShare cut = cut(rate, remaining, slice);
      Unpaid.add(taxes, cut);
      remaining -= slice;
      missing -= slice;
      inPart += slice;
      leftOfPayment -= slice;
    }
    returned(one, amountMinor, cut(rate, one.remainingMinor(), amountMinor), remaining);
  }

  private void returned(Refundable one, long grossMinor, TaxShare of, long remainingMinor) {
    switch (one) {
      case OrderTicket ticket -> tickets.add(returned(ticket, grossMinor, of, remainingMinor));
      case OrderLine line ->
          lines.add(
              new RefundedLine(
                  line.line().lineId(),
                  line.line().product(),
                  grossMinor,
                  of.netMinor(),
                  of.taxMinor(),
                  of.taxRate(),
                  remainingMinor));
    }
  }

  private static RefundedTicket returned(
      OrderTicket ticket, long grossMinor, TaxShare of, long remainingMinor) {
    return new RefundedTicket(
        ticket.issued().ticket().ticketId(),
        ticket.issued().ticketNumber(),
        grossMinor,
        of.netMinor(),
        of.taxMinor(),
        of.taxRate(),
        remainingMinor);
  }

  /** What an amount is made of that is cut off from what remains. */
  private TaxShare cut(TaxRate rate, long remaining, long amountMinor) {
    TaxSplit before = rate.split(money(remaining));
    TaxSplit after = rate.split(money(remaining - amountMinor));
    return new TaxShare(
        rate,
        before.net().minor() - after.net().minor(),
        before.tax().minor() - after.tax().minor());
  }

  private Money money(long minor) {
    return new Money(minor, order.placed().currency());
  }

  /** How much of the payment at hand is left; of the next one that has some where it has none. */
  private long room() {
    while (leftOfPayment == 0) {
      closePart();
      payment = payments.next();
      leftOfPayment = order.leftOf(payment);
    }
    return leftOfPayment;
  }

  private void closePart() {
    Payment from = payment;
    if (from == null || inPart == 0) {
      return;
    }
    PaymentMethod method =
        switch (to) {
          case ORIGINAL -> from.method();
          case CASH -> PaymentMethod.CASH;
          case TRANSFER -> PaymentMethod.TRANSFER;
          case VOUCHER -> PaymentMethod.VOUCHER;
        };
    ProviderName provider = to == RefundTo.ORIGINAL ? from.provider() : null;
    parts.add(
        new RefundPart(
            spareIds.next(),
            from.id(),
            method,
            provider,
            inPart,
            taxes.values().stream().filter(share -> !share.isZero()).toList(),
            order.agent() == null && provider == null && isPaidAtOnce(method)));
    inPart = 0;
    taxes.clear();
  }

  /**
   * Cash is handed over, and the counter's terminal sends money back while the card is there. A
   * voucher is issued in the same moment.
   */
  private boolean isPaidAtOnce(PaymentMethod method) {
    return to == RefundTo.VOUCHER
        || (isAtCounter
            && (method.equals(PaymentMethod.CASH) || method.equals(PaymentMethod.CARD)));
  }
}
