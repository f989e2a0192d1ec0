package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.ExpireVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.GiveUpPayment;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherPaymentGivenUp;
import org.counterfoil.domain.voucher.VoucherId;

/**
 * Spends vouchers and gives money back to them, in the steps in which the service does, in any
 * order: an order hears only of what its voucher has said.
 */
final class RandomSpending {

  private final Random random;
  private final Desk desk;
  private final Supplier<UUID> ids;
  private OrderId sold;

  private record Back(PaymentId paymentId, RefundId refundId, long amountMinor) {}

  RandomSpending(Random random, Desk desk, Supplier<UUID> ids) {
    this.random = random;
    this.desk = desk;
    this.ids = ids;
  }

  Command next(OrderId anyOrder) {
    if (sold == null || random.nextInt(40) == 0) {
      sold = new OrderId(ids.get());
      return sell(sold);
    }
    if (desk.order(sold).status() == Order.Status.PLACED) {
      return pay(sold);
    }
    List<PaymentStarted> begun = begun();
    if (begun.isEmpty() || random.nextInt(3) == 0) {
      return start(anyOrder);
    }
    PaymentStarted payment =
        begun.get(begun.size() - 1 - random.nextInt(Math.min(3, begun.size())));
    VoucherId voucher = payment.voucherId();
    OrderId order = payment.orderId();
    boolean isMade = desk.voucher(voucher).hasPaid(order, payment.paymentId());
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new SpendVoucher(voucher, order, payment.paymentId(), payment.amount());
      case 3, 4 -> isMade ? confirm(payment) : start(anyOrder);
      case 5 -> new GiveUpPayment(voucher, order, payment.paymentId());
      case 6 ->
          desk.voucher(voucher).exists() && !isMade && isGivenUp(payment)
              ? new FailPayment(order, PERFORMANCE, payment.paymentId())
              : new ExpireVoucher(voucher);
      default -> giveBack(payment, voucher, order);
    };
  }

  /** A voucher alone; some are over as soon as they are issued. */
  private PlaceOrderWithoutTickets sell(OrderId id) {
    VoucherTerms terms =
        new VoucherTerms(
            random.nextInt(4) == 0 ? 0 : 365, random.nextInt(3) == 0 ? new TaxRate("5.5") : null);
    return new PlaceOrderWithoutTickets(
        id,
        Theatre.ORGANISATION,
        Theatre.WEB,
        EUR,
        List.of(new VoucherWish(new LineId(ids.get()), random.nextLong(1, 9_000), terms)));
  }

  private TakePayment pay(OrderId id) {
    return new TakePayment(
        id,
        PerformanceId.NONE,
        new PaymentId(ids.get()),
        PaymentMethod.CASH,
        null,
        desk.order(id).total());
  }

  private StartPayment start(OrderId id) {
    List<VoucherId> issued =
        desk.log().stream()
            .filter(VoucherIssued.class::isInstance)
            .map(event -> ((VoucherIssued) event).voucherId())
            .toList();
    VoucherId voucher =
        issued.isEmpty() || random.nextInt(20) == 0
            ? new VoucherId(ids.get())
            : issued.get(random.nextInt(issued.size()));
    Order order = desk.order(id);
    long outstanding = order.exists() ? order.outstanding().minor() : 100;
    long amount = random.nextBoolean() ? outstanding : random.nextLong(1, 2_000);
    return new StartPayment(
        id,
        PERFORMANCE,
        new PaymentId(ids.get()),
        PaymentMethod.VOUCHER,
        ProviderName.VOUCHERS,
        voucher,
        desk.voucher(voucher).exists() ? desk.voucher(voucher).issued().taxRate() : null,
        new Money(amount, EUR));
  }

  private ConfirmPayment confirm(PaymentStarted payment) {
    return new ConfirmPayment(
        payment.orderId(),
        PERFORMANCE,
        payment.paymentId(),
        payment.amount(),
        new HoldId(ids.get()),
        new RefundId(ids.get()));
  }

  private Command giveBack(PaymentStarted payment, VoucherId voucher, OrderId order) {
    List<Back> owed = new ArrayList<>();
    for (Event event : desk.log()) {
      switch (event) {
        case RefundDue due ->
            owed.add(new Back(due.paymentId(), due.refundId(), due.amount().minor()));
        case TicketsRefunded refunded -> refunded.parts().forEach(part -> owed.add(of(part)));
        case TicketsExchanged exchanged -> exchanged.parts().forEach(part -> owed.add(of(part)));
        default -> {
          // Nothing that goes back.
        }
      }
    }
    for (Back back : owed) {
      if (back.paymentId().equals(payment.paymentId()) && isToVoucher(back.refundId())) {
        return random.nextInt(4) == 0 && isCredited(back.refundId())
            ? new RecordRefundPaid(order, PERFORMANCE, back.refundId())
            : new CreditVoucher(
                voucher, order, back.refundId(), new Money(back.amountMinor(), EUR));
      }
    }
    return new ExpireVoucher(voucher);
  }

  private static Back of(RefundPart part) {
    return new Back(part.paymentId(), part.refundId(), part.amountMinor());
  }

  /** Money that a voucher paid may go back in cash, or to another voucher. */
  private boolean isToVoucher(RefundId refund) {
    return desk.log().stream()
        .flatMap(
            event ->
                switch (event) {
                  case TicketsRefunded refunded -> refunded.parts().stream();
                  case TicketsExchanged exchanged -> exchanged.parts().stream();
                  default -> Stream.<RefundPart>of();
                })
        .filter(part -> part.refundId().equals(refund))
        .allMatch(part -> ProviderName.VOUCHERS.equals(part.provider()));
  }

  private boolean isCredited(RefundId refund) {
    return desk.log().stream()
        .anyMatch(
            event ->
                event instanceof VoucherCredited credited && credited.refundId().equals(refund));
  }

  private boolean isGivenUp(PaymentStarted payment) {
    return desk.log().stream()
        .anyMatch(
            event ->
                event instanceof VoucherPaymentGivenUp given
                    && given.paymentId().equals(payment.paymentId()));
  }

  private List<PaymentStarted> begun() {
    return desk.log().stream()
        .filter(PaymentStarted.class::isInstance)
        .map(event -> (PaymentStarted) event)
        .filter(started -> started.voucherId() != null)
        .toList();
  }
}
