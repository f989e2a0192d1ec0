package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.LineWish.PassWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/**
 * Orders of vouchers and passes alone. They keep no place from anybody, so that they need not
 * lapse: they are paid in one, at the counter before {@code payBefore}, or whenever a provider has
 * the money.
 */
final class WithoutTickets {

  private WithoutTickets() {}

  static Decision<Event> place(PlaceOrderWithoutTickets wish, Order state, Instant now) {
    if (state.exists()) {
      return Decision.reject(
          OrderRejection.ORDER_EXISTS, "Expected a new order, but " + wish.orderId() + " exists");
    }
    Decision<Event> refusal = LinePricing.refuseRepeated(wish.lines());
    refusal = refusal == null ? refuseOthers(wish) : refusal;
    refusal =
        refusal == null ? LinePricing.refusePasses(wish.lines(), wish.caller(), now) : refusal;
    refusal = refusal == null ? LinePricing.refuseAmounts(wish.lines()) : refusal;
    if (refusal != null) {
      return refusal;
    }
    List<PricedLine> lines =
        wish.lines().stream().map(line -> price(line, wish.currency())).toList();
    return Decision.accept(
        new OrderPlaced(
            wish.orderId(),
            wish.organisationId(),
            PerformanceId.NONE,
            wish.caller().channel(),
            List.of(),
            List.of(),
            lines,
            wish.currency(),
            lines.stream().mapToLong(PricedLine::grossMinor).sum(),
            lines.stream().mapToLong(PricedLine::taxMinor).sum(),
            now.plusSeconds(OrderPlacing.SECONDS_TO_PAY)));
  }

  private static PricedLine price(LineWish line, Currency currency) {
    return switch (line) {
      case VoucherWish voucher -> LinePricing.voucher(voucher, currency);
      case PassWish pass -> LinePricing.pass(pass, currency);
      case FeeWish fee -> throw refused(fee);
      case DonationWish gift -> throw refused(gift);
    };
  }

  private static IllegalStateException refused(LineWish line) {
    return new IllegalStateException("Expected a line that was not refused, but " + line + " was");
  }

  private static @Nullable Decision<Event> refuseOthers(PlaceOrderWithoutTickets wish) {
    if (wish.lines().isEmpty()) {
      return Decision.reject(
          OrderRejection.NOTHING_ORDERED,
          "Expected tickets, vouchers or passes, but there are none");
    }
    for (LineWish line : wish.lines()) {
      if (!(line instanceof VoucherWish) && !(line instanceof PassWish)) {
        return Decision.reject(
            OrderRejection.LINE_NEEDS_TICKETS,
            "Expected vouchers or passes, because there are no tickets, but " + line + " is none");
      }
    }
    return null;
  }
}
