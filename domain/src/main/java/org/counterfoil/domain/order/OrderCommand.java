package org.counterfoil.domain.order;

import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/**
 * Commands about one order. They are decided in the lane of the performance whose seats it takes;
 * in a lane of its own where it takes none.
 */
public sealed interface OrderCommand extends Command {

  OrderId orderId();

  /** {@link PerformanceId#NONE} where it has no tickets. */
  PerformanceId performanceId();

  @Override
  default UUID laneKey() {
    return performanceId().isNone() ? orderId().value() : performanceId().value();
  }

  /**
   * Orders everything in the holds: tickets cover them exactly, once.
   *
   * @param lines what is wished for beside tickets
   */
  record PlaceOrder(
      OrderId orderId,
      PerformanceId performanceId,
      List<HoldId> holds,
      List<TicketWish> tickets,
      List<LineWish> lines,
      Caller caller)
      implements OrderCommand {
    public PlaceOrder {
      holds = List.copyOf(holds);
      tickets = List.copyOf(tickets);
      lines = List.copyOf(lines);
    }

    /** Tickets, and nothing beside them. */
    public PlaceOrder(
        OrderId orderId,
        PerformanceId performanceId,
        List<HoldId> holds,
        List<TicketWish> tickets,
        Caller caller) {
      this(orderId, performanceId, holds, tickets, List.of(), caller);
    }
  }

  /**
   * Orders vouchers and passes alone: no hold is needed, and no performance.
   *
   * @param caller through whose channel it is sold
   */
  record PlaceOrderWithoutTickets(
      OrderId orderId,
      OrganisationId organisationId,
      Caller caller,
      Currency currency,
      List<LineWish> lines)
      implements OrderCommand {
    public PlaceOrderWithoutTickets {
      lines = List.copyOf(lines);
    }

    /** By a buyer. */
    public PlaceOrderWithoutTickets(
        OrderId orderId,
        OrganisationId organisationId,
        SalesChannel channel,
        Currency currency,
        List<LineWish> lines) {
      this(orderId, organisationId, new Caller(channel, Set.of()), currency, lines);
    }

    @Override
    public PerformanceId performanceId() {
      return PerformanceId.NONE;
    }
  }

  /**
   * A ticket wished for.
   *
   * @param ticketId the id it will have
   * @param holdId the hold that keeps its place; where missing, whichever does
   * @param compReason demanded where the price type is free
   */
  record TicketWish(
      TicketId ticketId,
      @Nullable HoldId holdId,
      @Nullable SeatId seatId,
      @Nullable AreaName area,
      PriceTypeCode priceType,
      @Nullable CompReason compReason) {

    /** For a place of whichever hold keeps it. */
    public TicketWish(
        TicketId ticketId,
        @Nullable SeatId seatId,
        @Nullable AreaName area,
        PriceTypeCode priceType,
        @Nullable CompReason compReason) {
      this(ticketId, null, seatId, area, priceType, compReason);
    }
  }

  /** Money taken at the counter: received at once. */
  record TakePayment(
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable PaymentReference reference,
      Money amount)
      implements OrderCommand {}

  /**
   * Issues the tickets of an order that is not paid: the buyer owes for them. Repeating it changes
   * nothing.
   */
  record SellOnAccount(OrderId orderId, PerformanceId performanceId) implements OrderCommand {}

  /**
   * Begins a payment at a provider.
   *
   * @param voucherId the voucher that is to pay; missing where money is
   * @param voucherRate the one rate that a single-purpose voucher can be spent for; missing for all
   *     else
   */
  record StartPayment(
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PaymentMethod method,
      ProviderName provider,
      @Nullable VoucherId voucherId,
      @Nullable TaxRate voucherRate,
      Money amount)
      implements OrderCommand {
    /** Of a voucher for anything. */
    public StartPayment(
        OrderId orderId,
        PerformanceId performanceId,
        PaymentId paymentId,
        PaymentMethod method,
        ProviderName provider,
        VoucherId voucherId,
        Money amount) {
      this(orderId, performanceId, paymentId, method, provider, voucherId, null, amount);
    }

    /** Of money. */
    public StartPayment(
        OrderId orderId,
        PerformanceId performanceId,
        PaymentId paymentId,
        PaymentMethod method,
        ProviderName provider,
        Money amount) {
      this(orderId, performanceId, paymentId, method, provider, null, null, amount);
    }
  }

  /**
   * Begins the payment of all tickets of the order that ask for a pass, with one.
   *
   * @param terms what was promised with it
   */
  record StartPassPayment(
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PassId passId,
      PassTerms terms,
      Money amount)
      implements OrderCommand {}

  /**
   * The provider says that it has the money; may come late, doubled or after a refusal.
   *
   * @param spareHoldId the id of the hold by which lapsed places are taken again
   * @param spareRefundId the id of the refund if the money buys nothing
   */
  record ConfirmPayment(
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      Money amount,
      HoldId spareHoldId,
      RefundId spareRefundId)
      implements OrderCommand {}

  /** The provider refused the payment. Repeating it changes nothing. */
  record FailPayment(OrderId orderId, PerformanceId performanceId, PaymentId paymentId)
      implements OrderCommand {}

  /**
   * A hold of the order ended without being sold.
   *
   * @param spareRefundIds ids for refunds of what was paid, at least one per payment
   */
  record LapseOrder(OrderId orderId, PerformanceId performanceId, List<RefundId> spareRefundIds)
      implements OrderCommand {
    public LapseOrder {
      spareRefundIds = List.copyOf(spareRefundIds);
    }
  }

  /** What becomes of tickets that were issued. */
  sealed interface ReturnCommand extends OrderCommand {}

  /**
   * Gives money back for tickets, and for what was sold beside them; tickets of which nothing is
   * left to give back are void.
   *
   * @param tickets maybe none, where lines are named
   * @param lines fees and donations
   * @param withFees whether the fees of the order go back as well, as far as they have not
   * @param amountMinor how much in all, spread over all that is named by what is left of each; all
   *     of it where missing
   * @param isAtCounter whether somebody stands there who is paid at once, where that can be
   * @param voucherDays for how many days a new voucher can be spent that it goes to
   * @param spareRefundIds ids for what goes back, at least one per payment
   */
  record RefundTickets(
      OrderId orderId,
      PerformanceId performanceId,
      List<TicketId> tickets,
      List<LineId> lines,
      boolean withFees,
      @Nullable Long amountMinor,
      RefundTo to,
      TicketReason reason,
      boolean isAtCounter,
      int voucherDays,
      List<RefundId> spareRefundIds)
      implements ReturnCommand {
    public RefundTickets {
      tickets = List.copyOf(tickets);
      lines = List.copyOf(lines);
      spareRefundIds = List.copyOf(spareRefundIds);
    }

    /** To whoever leaves the length of a voucher as it is everywhere. */
    public RefundTickets(
        OrderId orderId,
        PerformanceId performanceId,
        List<TicketId> tickets,
        List<LineId> lines,
        boolean withFees,
        @Nullable Long amountMinor,
        RefundTo to,
        TicketReason reason,
        boolean isAtCounter,
        List<RefundId> spareRefundIds) {
      this(
          orderId,
          performanceId,
          tickets,
          lines,
          withFees,
          amountMinor,
          to,
          reason,
          isAtCounter,
          VoucherTerms.USUAL_DAYS,
          spareRefundIds);
    }

    /** Of tickets alone. */
    public RefundTickets(
        OrderId orderId,
        PerformanceId performanceId,
        List<TicketId> tickets,
        @Nullable Long amountMinor,
        RefundTo to,
        TicketReason reason,
        boolean isAtCounter,
        List<RefundId> spareRefundIds) {
      this(
          orderId,
          performanceId,
          tickets,
          List.of(),
          false,
          amountMinor,
          to,
          reason,
          isAtCounter,
          spareRefundIds);
    }
  }

  /** Makes tickets invalid; no money goes back. Those that are void already stay so. */
  record VoidTickets(
      OrderId orderId, PerformanceId performanceId, List<TicketId> tickets, TicketReason reason)
      implements ReturnCommand {
    public VoidTickets {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * Gives back all that is left of an order whose performance was cancelled, to where it came from,
   * and makes free tickets void. Repeating it changes nothing.
   *
   * @param spareRefundIds ids for what goes back, at least one per payment
   */
  record ReturnCancelled(
      OrderId orderId, PerformanceId performanceId, List<RefundId> spareRefundIds)
      implements ReturnCommand {
    public ReturnCancelled {
      spareRefundIds = List.copyOf(spareRefundIds);
    }
  }

  /**
   * Exchanges tickets for those of a hold of the same performance: the new ones are issued, the old
   * ones are void, and the difference is taken or given back.
   *
   * @param takeBy how a difference upwards is taken; missing where none is expected
   * @param provider who takes it; missing where it is taken at the counter, at once
   * @param giveTo how a difference downwards goes back; missing where none is expected
   * @param voucherDays for how many days a new voucher can be spent that a difference goes to
   * @param sparePaymentId the id of the payment of a difference upwards
   * @param spareRefundIds ids for what goes back, at least one per payment
   */
  record ExchangeTickets(
      OrderId orderId,
      PerformanceId performanceId,
      List<TicketId> tickets,
      HoldId holdId,
      List<TicketWish> wishes,
      Caller caller,
      @Nullable PaymentMethod takeBy,
      @Nullable ProviderName provider,
      @Nullable PaymentReference reference,
      @Nullable RefundTo giveTo,
      int voucherDays,
      PaymentId sparePaymentId,
      List<RefundId> spareRefundIds)
      implements ReturnCommand {
    public ExchangeTickets {
      tickets = List.copyOf(tickets);
      wishes = List.copyOf(wishes);
      spareRefundIds = List.copyOf(spareRefundIds);
    }

    /** To whoever leaves the length of a voucher as it is everywhere. */
    public ExchangeTickets(
        OrderId orderId,
        PerformanceId performanceId,
        List<TicketId> tickets,
        HoldId holdId,
        List<TicketWish> wishes,
        Caller caller,
        @Nullable PaymentMethod takeBy,
        @Nullable ProviderName provider,
        @Nullable PaymentReference reference,
        @Nullable RefundTo giveTo,
        PaymentId sparePaymentId,
        List<RefundId> spareRefundIds) {
      this(
          orderId,
          performanceId,
          tickets,
          holdId,
          wishes,
          caller,
          takeBy,
          provider,
          reference,
          giveTo,
          VoucherTerms.USUAL_DAYS,
          sparePaymentId,
          spareRefundIds);
    }
  }

  /** Pays a refund at the counter, which no provider pays. Repeating it changes nothing. */
  record PayRefund(
      OrderId orderId,
      PerformanceId performanceId,
      RefundId refundId,
      PaymentMethod method,
      @Nullable PaymentReference reference)
      implements ReturnCommand {}

  /** The provider confirmed that a refund was paid. Repeating it changes nothing. */
  record RecordRefundPaid(OrderId orderId, PerformanceId performanceId, RefundId refundId)
      implements OrderCommand {}

  /** Gives a lost ticket a new code under its number. */
  record ReissueTicket(OrderId orderId, PerformanceId performanceId, TicketId ticketId)
      implements OrderCommand {}

  /**
   * Gives a ticket to another holder, under a new code.
   *
   * @param heldSince the first code under the holder who gives it; 0 for who bought it, missing for
   *     staff, who may for everybody
   * @param isAdmitted whether somebody was let in with it, which is recorded at the door
   */
  record TransferTicket(
      OrderId orderId,
      PerformanceId performanceId,
      TicketId ticketId,
      @Nullable Integer heldSince,
      boolean isAdmitted)
      implements OrderCommand {}

  /**
   * Records that a payment was taken back by whoever had paid.
   *
   * @param amountMinor how much of it; all of it where missing
   * @param isFromBank whether the bank account is where it is taken from
   * @param voidsTickets whether the tickets of the order are void with it
   * @param isTold whether its provider tells: then saying it again changes nothing, also when the
   *     money has come again since
   */
  record TakeBackPayment(
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      TakenBackReason reason,
      @Nullable Long amountMinor,
      boolean isFromBank,
      long feeMinor,
      boolean voidsTickets,
      boolean isTold)
      implements ReturnCommand {}

  /**
   * Records that a payment that was taken back came again.
   *
   * @param feeMinor what of the fee came back with it
   * @param isTold whether its provider tells: then saying it again changes nothing; said before
   *     anything was taken back it is refused, so that it is told again
   * @param spareRefundId the id of the refund where nothing is owed for it any more
   */
  record RestorePayment(
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      boolean isToBank,
      long feeMinor,
      boolean isTold,
      RefundId spareRefundId)
      implements ReturnCommand {}
}
