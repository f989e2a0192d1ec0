package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.LineWish.PassWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.pass.PassOffer;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.pass.PassUses;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.PricedTicket;
import org.jspecify.annotations.Nullable;

/**
 * Freezes what is sold beside tickets. Fees are those of the price list that the order's first hold
 * was offered, and of its channel: what is required there is asked of buyers, and they say yes to
 * it by naming it, so that no total surprises anybody.
 */
final class LinePricing {

  /** The highest donation, in minor units: enough of them still add up without overflowing. */
  private static final long MAX_DONATION_MINOR = 1_000_000_000L;

  /** The highest amount of one voucher, in minor units. */
  private static final long MAX_VOUCHER_MINOR = 1_000_000L;

  private static final TaxRate UNTAXED = new TaxRate("0");

  private final PriceList prices;
  private final List<Fee> offered;
  private final Caller caller;
  private final int paidTickets;
  private final Instant now;

  LinePricing(
      PriceList prices,
      SalesChannel channel,
      Caller caller,
      List<PricedTicket> tickets,
      Instant now) {
    this.prices = prices;
    this.offered = prices.feesThrough(channel);
    this.caller = caller;
    this.now = now;
    this.paidTickets = (int) tickets.stream().filter(ticket -> !ticket.isComp()).count();
  }

  /** Null where every line has a price; else the first refusal in the order of the codes. */
  @Nullable Decision<Event> refuse(List<LineWish> wishes) {
    Decision<Event> refusal = refuseUnknown(wishes);
    refusal = refusal == null ? refuseMissing(wishes) : refusal;
    refusal = refusal == null ? refusePasses(wishes, caller, now) : refusal;
    return refusal == null ? refuseAmounts(wishes) : refusal;
  }

  /** The lines at their prices; to be asked only where {@link #refuse} found nothing. */
  List<PricedLine> price(List<LineWish> wishes) {
    List<PricedLine> lines = new ArrayList<>();
    for (LineWish wish : wishes) {
      lines.add(
          switch (wish) {
            case FeeWish fee -> fee(fee);
            case DonationWish gift -> donation(gift);
            case VoucherWish voucher -> voucher(voucher, prices.currency());
            case PassWish pass -> pass(pass, prices.currency());
          });
    }
    return lines;
  }

  private PricedLine fee(FeeWish wish) {
    Fee fee = offered(wish.fee());
    if (fee == null) {
      throw new IllegalStateException("Expected a fee that was not refused, but it was");
    }
    int quantity = fee.quantity(paidTickets);
    TaxSplit split =
        fee.taxRate().split(new Money(fee.amountMinor(), prices.currency()).times(quantity));
    return new PricedLine(
        wish.lineId(),
        LineProduct.FEE,
        fee.fee(),
        fee.name(),
        quantity,
        split.gross().minor(),
        split.net().minor(),
        split.tax().minor(),
        fee.taxRate(),
        fee.account(),
        null);
  }

  /** Where it is known what tax is on what it buys, it is taxed now; else when it is spent. */
  static PricedLine voucher(VoucherWish wish, Currency currency) {
    TaxRate known = wish.terms().taxRate();
    TaxSplit split =
        (known == null ? UNTAXED : known).split(new Money(wish.amountMinor(), currency));
    return new PricedLine(
        wish.lineId(),
        LineProduct.VOUCHER,
        null,
        null,
        1,
        wish.amountMinor(),
        split.net().minor(),
        split.tax().minor(),
        split.rate(),
        null,
        wish.terms().validDays());
  }

  /** It is known what tax is on what it buys: each use is taxed as the ticket that it pays for. */
  static PricedLine pass(PassWish wish, Currency currency) {
    PassTerms terms =
        Objects.requireNonNull(wish.offer(), "Expected a pass that was not refused, but it was")
            .terms(currency);
    PassUses all = terms.uses(terms.uses());
    return new PricedLine(
        wish.lineId(),
        LineProduct.PASS,
        null,
        terms.name(),
        terms.uses(),
        all.grossMinor(),
        all.netMinor(),
        all.taxMinor(),
        terms.taxRate(),
        null,
        null,
        terms);
  }

  private static PricedLine donation(DonationWish gift) {
    return new PricedLine(
        gift.lineId(),
        LineProduct.DONATION,
        null,
        null,
        1,
        gift.amountMinor(),
        gift.amountMinor(),
        0,
        UNTAXED,
        null,
        null);
  }

  private @Nullable Fee offered(FeeCode code) {
    return offered.stream().filter(fee -> fee.fee().equals(code)).findFirst().orElse(null);
  }

  /** Null where every line is wished for once, and every fee. */
  static @Nullable Decision<Event> refuseRepeated(List<LineWish> wishes) {
    Set<Object> seen = new HashSet<>();
    for (LineWish wish : wishes) {
      boolean isFirst =
          seen.add(wish.lineId()) && (!(wish instanceof FeeWish fee) || seen.add(fee.fee()));
      if (!isFirst) {
        return Decision.reject(
            OrderRejection.LINE_REPEATED, "Expected each line once, but " + wish + " repeats");
      }
    }
    return null;
  }

  private @Nullable Decision<Event> refuseUnknown(List<LineWish> wishes) {
    for (LineWish wish : wishes) {
      if (wish instanceof FeeWish named) {
        Fee fee = offered(named.fee());
        if (fee == null || fee.quantity(paidTickets) == 0) {
          return Decision.reject(
              OrderRejection.FEE_NOT_OFFERED,
              "Expected a fee that is asked for with these tickets, but "
                  + named.fee()
                  + " is not");
        }
      }
    }
    return null;
  }

  private @Nullable Decision<Event> refuseMissing(List<LineWish> wishes) {
    if (caller.isStaff()) {
      return null;
    }
    for (Fee fee : offered) {
      boolean isNamed =
          wishes.stream()
              .anyMatch(wish -> wish instanceof FeeWish named && named.fee().equals(fee.fee()));
      if (fee.isRequired() && fee.quantity(paidTickets) > 0 && !isNamed) {
        return Decision.reject(
            OrderRejection.FEE_REQUIRED,
            "Expected the fee " + fee.fee() + " among the lines, but it is not named");
      }
    }
    return null;
  }

  /** Null where every pass is sold to the caller now. */
  static @Nullable Decision<Event> refusePasses(List<LineWish> wishes, Caller caller, Instant now) {
    for (LineWish wish : wishes) {
      if (wish instanceof PassWish named) {
        PassOffer offer = named.offer();
        if (offer == null || !offer.isOfferedTo(caller, now)) {
          return Decision.reject(
              OrderRejection.PASS_NOT_OFFERED,
              "Expected a pass that is sold to the caller, but " + named.pass() + " is not");
        }
      }
    }
    return null;
  }

  static @Nullable Decision<Event> refuseAmounts(List<LineWish> wishes) {
    for (LineWish wish : wishes) {
      Decision<Event> refusal =
          switch (wish) {
            case FeeWish fee -> null;
            case PassWish pass -> null;
            case DonationWish gift ->
                refuse(OrderRejection.INVALID_DONATION, gift.amountMinor(), MAX_DONATION_MINOR);
            case VoucherWish voucher ->
                refuse(OrderRejection.INVALID_VOUCHER, voucher.amountMinor(), MAX_VOUCHER_MINOR);
          };
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private static @Nullable Decision<Event> refuse(
      OrderRejection code, long amountMinor, long mostMinor) {
    return amountMinor >= 1 && amountMinor <= mostMinor
        ? null
        : Decision.reject(
            code, "Expected an amount from 1 to " + mostMinor + ", but it is " + amountMinor);
  }
}
