package org.counterfoil.domain.order;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderCommand.ReturnCommand;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * Commands about orders of several performances: the parts of a joint order, or the two orders of
 * an exchange, change together or not at all. Therefore they are decided while the lanes of all
 * their performances wait.
 */
public sealed interface JointOrderCommand extends Command {

  /** The parts that change; each of another performance. */
  List<OrderPart> parts();

  @Override
  default UUID laneKey() {
    return parts().getFirst().performanceId().value();
  }

  @Override
  default List<UUID> otherLaneKeys() {
    return parts().stream().skip(1).map(part -> part.performanceId().value()).toList();
  }

  /**
   * Orders everything in the holds of several performances: tickets cover them exactly, once.
   *
   * @param wishes one for each performance, at least two
   */
  record PlaceJointOrder(List<PartWish> wishes, List<TicketWish> tickets)
      implements JointOrderCommand {
    public PlaceJointOrder {
      wishes = List.copyOf(wishes);
      tickets = List.copyOf(tickets);
    }

    @Override
    public List<OrderPart> parts() {
      return wishes.stream().map(PartWish::part).toList();
    }
  }

  /**
   * What is ordered of one performance.
   *
   * @param lines what is wished for beside tickets
   */
  record PartWish(
      OrderId orderId,
      PerformanceId performanceId,
      List<HoldId> holds,
      List<LineWish> lines,
      Caller caller) {
    public PartWish {
      holds = List.copyOf(holds);
      lines = List.copyOf(lines);
    }

    OrderPart part() {
      return new OrderPart(orderId, performanceId, holds);
    }
  }

  /** Money taken at the counter: received at once, and divided among the parts. */
  record TakeJointPayment(
      List<OrderPart> parts,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable PaymentReference reference,
      Money amount)
      implements JointOrderCommand {
    public TakeJointPayment {
      parts = List.copyOf(parts);
    }
  }

  /** Issues all tickets although nothing is paid. Repeating it changes nothing. */
  record SellJointOnAccount(List<OrderPart> parts) implements JointOrderCommand {
    public SellJointOnAccount {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Begins a payment at a provider.
   *
   * @param voucherId the voucher that is to pay; missing where money is
   * @param voucherRate the one rate that a single-purpose voucher can be spent for; missing for all
   *     else
   */
  record StartJointPayment(
      List<OrderPart> parts,
      PaymentId paymentId,
      PaymentMethod method,
      ProviderName provider,
      @Nullable VoucherId voucherId,
      @Nullable TaxRate voucherRate,
      Money amount)
      implements JointOrderCommand {
    public StartJointPayment {
      parts = List.copyOf(parts);
    }

    /** Of money. */
    public StartJointPayment(
        List<OrderPart> parts,
        PaymentId paymentId,
        PaymentMethod method,
        ProviderName provider,
        Money amount) {
      this(parts, paymentId, method, provider, null, null, amount);
    }
  }

  /**
   * The provider says that it has the money; may come late, doubled or after a refusal.
   *
   * @param spareHoldIds ids of the holds by which lapsed places are taken again, one for each part
   * @param spareRefundId the id of the refund if the money buys nothing
   */
  record ConfirmJointPayment(
      List<OrderPart> parts,
      PaymentId paymentId,
      Money amount,
      List<HoldId> spareHoldIds,
      RefundId spareRefundId)
      implements JointOrderCommand {
    public ConfirmJointPayment {
      parts = List.copyOf(parts);
      spareHoldIds = List.copyOf(spareHoldIds);
      if (spareHoldIds.size() < parts.size()) {
        throw new IllegalArgumentException(
            "Expected a spare hold for each of "
                + parts.size()
                + " parts, but there are "
                + spareHoldIds.size());
      }
    }
  }

  /** The provider refused the payment. Repeating it changes nothing. */
  record FailJointPayment(List<OrderPart> parts, PaymentId paymentId) implements JointOrderCommand {
    public FailJointPayment {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Records that a payment was taken back by whoever had paid: each part loses of it what it had of
   * it.
   *
   * @param amountMinor how much of it; all of it where missing
   * @param isFromBank whether the bank account is where it is taken from
   * @param feeMinor what is asked for it; the first part that it paid for bears it
   * @param voidsTickets whether the tickets that it paid for are void with it
   * @param isTold as in {@link OrderCommand.TakeBackPayment}
   */
  record TakeBackJointPayment(
      List<OrderPart> parts,
      PaymentId paymentId,
      TakenBackReason reason,
      @Nullable Long amountMinor,
      boolean isFromBank,
      long feeMinor,
      boolean voidsTickets,
      boolean isTold)
      implements JointOrderCommand {
    public TakeBackJointPayment {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Records that a payment that was taken back came again: each part has what was taken from it.
   *
   * @param feeMinor what of the fee came back with it
   * @param isTold as in {@link OrderCommand.RestorePayment}
   * @param spareRefundIds the ids of the refunds where nothing is owed for it any more, one for
   *     each part
   */
  record RestoreJointPayment(
      List<OrderPart> parts,
      PaymentId paymentId,
      boolean isToBank,
      long feeMinor,
      boolean isTold,
      List<RefundId> spareRefundIds)
      implements JointOrderCommand {
    public RestoreJointPayment {
      parts = List.copyOf(parts);
      spareRefundIds = List.copyOf(spareRefundIds);
      if (spareRefundIds.size() < parts.size()) {
        throw new IllegalArgumentException(
            "Expected a spare refund for each of "
                + parts.size()
                + " parts, but there are "
                + spareRefundIds.size());
      }
    }
  }

  /**
   * One part has lapsed before the end of the others' holds, because its hold was given back or its
   * performance is over: gives theirs back as well. Changes nothing where none has.
   */
  record LapseJointly(List<OrderPart> parts) implements JointOrderCommand {
    public LapseJointly {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Exchanges tickets for those of another performance, which are an order of their own. The order
   * that they are of may stand alone.
   *
   * @param from the order of the old tickets
   * @param into the order to be placed for the new ones, with its hold
   * @param wishes cover the hold exactly
   * @param takeBy how a difference upwards is paid at the counter
   * @param reference to find that payment by
   * @param giveTo how a difference downwards goes back
   * @param voucherDays for how many days a new voucher can be spent that it goes back to
   * @param spareRefundIds at least one per payment
   */
  record ExchangeElsewhere(
      OrderPart from,
      OrderPart into,
      List<TicketId> tickets,
      List<TicketWish> wishes,
      Caller caller,
      @Nullable PaymentMethod takeBy,
      @Nullable PaymentReference reference,
      @Nullable RefundTo giveTo,
      int voucherDays,
      PaymentId sparePaymentId,
      List<RefundId> spareRefundIds)
      implements JointOrderCommand {
    public ExchangeElsewhere {
      tickets = List.copyOf(tickets);
      wishes = List.copyOf(wishes);
      spareRefundIds = List.copyOf(spareRefundIds);
    }

    @Override
    public List<OrderPart> parts() {
      return List.of(from, into);
    }
  }

  /**
   * Gives money back for tickets of several performances, or makes them void: all of it or nothing.
   *
   * @param parts those that the returns are of, in their order
   */
  record ReturnJointly(List<OrderPart> parts, List<ReturnCommand> returns)
      implements JointOrderCommand {
    public ReturnJointly {
      parts = List.copyOf(parts);
      returns = List.copyOf(returns);
    }
  }
}
