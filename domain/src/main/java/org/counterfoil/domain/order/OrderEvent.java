package org.counterfoil.domain.order;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/** What happened to an order, its payments and its refunds. */
public sealed interface OrderEvent extends Event {

  OrderId orderId();

  OrganisationId organisationId();

  /** {@link PerformanceId#NONE} where it has no tickets. */
  PerformanceId performanceId();

  /**
   * An order was placed; prices and tax are frozen here.
   *
   * @param lines what it sells beside tickets; paid with them, and sold when they are
   * @param totalMinor of tickets and lines, tax included
   * @param payBefore until when (exclusive) its holds are kept for payment
   */
  @EventType(name = "order.placed", revision = 5)
  record OrderPlaced(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      SalesChannel channel,
      List<HoldId> holds,
      List<PricedTicket> tickets,
      List<PricedLine> lines,
      Currency currency,
      long totalMinor,
      long taxMinor,
      Instant payBefore)
      implements OrderEvent {
    public OrderPlaced {
      holds = List.copyOf(holds);
      tickets = List.copyOf(tickets);
      lines = List.copyOf(lines);
    }

    /** Tickets, and nothing beside them. */
    public OrderPlaced(
        OrderId orderId,
        OrganisationId organisationId,
        PerformanceId performanceId,
        SalesChannel channel,
        List<HoldId> holds,
        List<PricedTicket> tickets,
        Currency currency,
        long totalMinor,
        long taxMinor,
        Instant payBefore) {
      this(
          orderId,
          organisationId,
          performanceId,
          channel,
          holds,
          tickets,
          List.of(),
          currency,
          totalMinor,
          taxMinor,
          payBefore);
    }

    /** Whether it takes no places: then it is paid in one, and never lapses. */
    public boolean isWithoutTickets() {
      return performanceId.isNone();
    }

    /** The same order with its tickets in other holds. */
    OrderPlaced withTickets(List<PricedTicket> moved) {
      return new OrderPlaced(
          orderId,
          organisationId,
          performanceId,
          channel,
          holds,
          moved,
          lines,
          currency,
          totalMinor,
          taxMinor,
          payBefore);
    }
  }

  /**
   * The order is one part of several, each of another performance, that are placed, paid and lapse
   * together; in the same commit as {@link OrderPlaced}.
   *
   * @param parts all of them, this one included; the first one's id is the joint order's
   */
  @EventType(name = "order.joined", revision = 1)
  record OrderJoined(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      List<OrderPart> parts)
      implements OrderEvent {
    public OrderJoined {
      parts = List.copyOf(parts);
    }
  }

  /**
   * Some of its tickets ask for a pass: a use of one pays for each of them, and nothing else does.
   * In the same commit as the order, or the exchange, that they are of.
   *
   * @param pass which passes pay for them
   * @param use what each of them costs, tax included
   */
  @EventType(name = "order.pass-asked", revision = 1)
  record PassAsked(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PassOfferCode pass,
      Money use,
      TaxRate taxRate,
      List<TicketId> tickets)
      implements OrderEvent {
    public PassAsked {
      tickets = List.copyOf(tickets);
    }

    /** What all of them cost. */
    Money amount() {
      return use.times(tickets.size());
    }
  }

  /** The order is another organisation's sale on the organiser's account. */
  @EventType(name = "order.agent-named", revision = 1)
  record AgentNamed(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      OrganisationId agentId)
      implements OrderEvent {}

  /**
   * An agent took money for an order of its channel: the fact that the agent's own books are about.
   * The order's says {@link PaymentCaptured}, in the same commit.
   *
   * @param organisationId the agent
   * @param principalId the organiser, to whom it owes the money
   */
  @EventType(name = "order.agent-took-money", revision = 1)
  record AgentTookMoney(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      OrganisationId principalId,
      PaymentId paymentId,
      PaymentMethod method,
      Money amount)
      implements OrderEvent {}

  /**
   * An agent gave money back for an order of its channel; the order's own fact is {@link
   * RefundPaidOut}.
   *
   * @param organisationId the agent
   * @param principalId the organiser, who owes it the money
   */
  @EventType(name = "order.agent-gave-money-back", revision = 1)
  record AgentGaveMoneyBack(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      OrganisationId principalId,
      RefundId refundId,
      PaymentMethod method,
      Money amount)
      implements OrderEvent {}

  /**
   * A payment was begun at a provider, which will confirm or refuse it.
   *
   * @param voucherId the voucher that is to pay; missing where none is
   * @param passId the pass that is to pay; missing where none is
   */
  @EventType(name = "order.payment-started", revision = 3)
  record PaymentStarted(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PaymentMethod method,
      ProviderName provider,
      @Nullable VoucherId voucherId,
      @Nullable PassId passId,
      Money amount)
      implements OrderEvent {
    /** Of what is no pass. */
    public PaymentStarted(
        OrderId orderId,
        OrganisationId organisationId,
        PerformanceId performanceId,
        PaymentId paymentId,
        PaymentMethod method,
        ProviderName provider,
        @Nullable VoucherId voucherId,
        Money amount) {
      this(
          orderId,
          organisationId,
          performanceId,
          paymentId,
          method,
          provider,
          voucherId,
          null,
          amount);
    }

    /** Of money. */
    public PaymentStarted(
        OrderId orderId,
        OrganisationId organisationId,
        PerformanceId performanceId,
        PaymentId paymentId,
        PaymentMethod method,
        ProviderName provider,
        Money amount) {
      this(orderId, organisationId, performanceId, paymentId, method, provider, null, amount);
    }
  }

  /**
   * Money was received; of one payment for a joint order, the share that pays for this part.
   *
   * @param provider who holds it; missing for a payment at the counter
   * @param voucherId the voucher that paid, to which it goes back; missing where money did
   */
  @EventType(name = "order.payment-captured", revision = 2)
  record PaymentCaptured(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      @Nullable VoucherId voucherId,
      @Nullable PaymentReference reference,
      Money amount)
      implements OrderEvent {
    /** Of money. */
    public PaymentCaptured(
        OrderId orderId,
        OrganisationId organisationId,
        PerformanceId performanceId,
        PaymentId paymentId,
        PaymentMethod method,
        @Nullable ProviderName provider,
        @Nullable PaymentReference reference,
        Money amount) {
      this(
          orderId,
          organisationId,
          performanceId,
          paymentId,
          method,
          provider,
          null,
          reference,
          amount);
    }
  }

  /** The provider refused the payment; no money was received. */
  @EventType(name = "order.payment-failed", revision = 1)
  record PaymentFailed(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PaymentId paymentId)
      implements OrderEvent {}

  /**
   * Its tickets are issued before they are paid: the buyer owes for them, until it is paid in one.
   *
   * @param amount all that the order costs
   */
  @EventType(name = "order.put-on-account", revision = 1)
  record OrderPutOnAccount(
      OrderId orderId, OrganisationId organisationId, PerformanceId performanceId, Money amount)
      implements OrderEvent {}

  /** Paid in full, free, or put on account: its tickets are issued. */
  @EventType(name = "order.completed", revision = 1)
  record OrderCompleted(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      List<IssuedNumber> tickets)
      implements OrderEvent {
    public OrderCompleted {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * It was not paid in time, or its hold was given back.
   *
   * @param parts all parts of the joint order that it is one of: none of them is sold any more;
   *     none where it stands alone
   */
  @EventType(name = "order.lapsed", revision = 2)
  record OrderLapsed(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      List<OrderPart> parts)
      implements OrderEvent {
    public OrderLapsed {
      parts = List.copyOf(parts);
    }

    /** One that stands alone. */
    public OrderLapsed(
        OrderId orderId, OrganisationId organisationId, PerformanceId performanceId) {
      this(orderId, organisationId, performanceId, List.of());
    }
  }

  /** Money was received that buys nothing (any more): it is owed back. */
  @EventType(name = "order.refund-due", revision = 1)
  record RefundDue(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      RefundId refundId,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      Money amount,
      RefundReason reason)
      implements OrderEvent {}

  /** Tickets are void, and no money goes back for it. */
  @EventType(name = "order.tickets-voided", revision = 1)
  record TicketsInvalidated(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      List<TicketId> tickets,
      TicketReason reason)
      implements OrderEvent {
    public TicketsInvalidated {
      tickets = List.copyOf(tickets);
    }
  }

  /**
   * Money goes back for tickets, and for what was sold beside them; a ticket of which nothing
   * remains is void. The amounts of tickets and lines add up to those of the parts, gross and tax
   * by rate; where they were on account and not paid yet there are no parts, and the buyer owes so
   * much less.
   *
   * @param refundNumber counts the refunds of the order, from 1
   * @param revenue where the revenue of the tickets stood that is given up; that of lines is where
   *     they were posted
   * @param tickets what goes back for each
   * @param lines what goes back for each; no cancellation ever owed them
   * @param parts how it goes back
   */
  @EventType(name = "order.tickets-refunded", revision = 2)
  record TicketsRefunded(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      int refundNumber,
      TicketReason reason,
      RevenueStand revenue,
      Currency currency,
      List<RefundedTicket> tickets,
      List<RefundedLine> lines,
      List<RefundPart> parts)
      implements OrderEvent {
    public TicketsRefunded {
      tickets = List.copyOf(tickets);
      lines = List.copyOf(lines);
      parts = List.copyOf(parts);
    }

    /** What was taken back and never paid, in minor units. */
    public long unpaidMinor() {
      return grossMinor() - parts.stream().mapToLong(RefundPart::amountMinor).sum();
    }

    /** What was taken back of tickets and lines, tax included. */
    public long grossMinor() {
      return tickets.stream().mapToLong(RefundedTicket::grossMinor).sum()
          + lines.stream().mapToLong(RefundedLine::grossMinor).sum();
    }

    /** For tickets alone. */
    public TicketsRefunded(
        OrderId orderId,
        OrganisationId organisationId,
        PerformanceId performanceId,
        int refundNumber,
        TicketReason reason,
        RevenueStand revenue,
        Currency currency,
        List<RefundedTicket> tickets,
        List<RefundPart> parts) {
      this(
          orderId,
          organisationId,
          performanceId,
          refundNumber,
          reason,
          revenue,
          currency,
          tickets,
          List.of(),
          parts);
    }
  }

  /**
   * A difference is to be paid at a provider before tickets are exchanged. Until then nothing is:
   * if the payment fails, or the hold ends, the old tickets stay good.
   *
   * @param paymentId of the difference
   * @param tickets the old ones
   * @param wanted the new ones, with their prices frozen
   * @param differenceMinor what the new ones cost more
   */
  @EventType(name = "order.exchange-started", revision = 2)
  record ExchangeStarted(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PaymentId paymentId,
      HoldId holdId,
      Currency currency,
      List<TicketId> tickets,
      List<PricedTicket> wanted,
      long differenceMinor)
      implements OrderEvent {
    public ExchangeStarted {
      tickets = List.copyOf(tickets);
      wanted = List.copyOf(wanted);
    }
  }

  /**
   * Tickets were exchanged for others. What was left of the old ones and what is given back, or
   * taken more, adds up to the new ones: a difference upwards is a payment recorded just before.
   *
   * @param exchangeNumber counts the exchanges of the order, from 1
   * @param revenue where the revenue of the old ones stood
   * @param returned the old ones, of which nothing remains: they are void
   * @param issued the new ones
   * @param takenMinor a difference upwards; 0 where there is none
   * @param parts how a difference downwards goes back
   */
  @EventType(name = "order.tickets-exchanged", revision = 2)
  record TicketsExchanged(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      int exchangeNumber,
      RevenueStand revenue,
      Currency currency,
      List<RefundedTicket> returned,
      List<IssuedTicket> issued,
      long takenMinor,
      List<RefundPart> parts)
      implements OrderEvent {
    public TicketsExchanged {
      returned = List.copyOf(returned);
      issued = List.copyOf(issued);
      parts = List.copyOf(parts);
    }
  }

  /**
   * Tickets were exchanged for those of another performance, which are another order's: in the same
   * unit of work it is placed, completed, and says {@link PaidByExchange}. What was left of the old
   * ones is what goes with them and what goes back.
   *
   * @param exchangeNumber counts the exchanges of the order, from 1
   * @param revenue where the revenue of the old ones stood
   * @param returned the old ones, of which nothing remains: they are void
   * @param intoOrderId the order of the new ones
   * @param intoPerformanceId their performance
   * @param carried what of each payment goes with them
   * @param parts how a difference downwards goes back
   */
  @EventType(name = "order.tickets-exchanged-elsewhere", revision = 1)
  record TicketsExchangedElsewhere(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      int exchangeNumber,
      RevenueStand revenue,
      Currency currency,
      List<RefundedTicket> returned,
      OrderId intoOrderId,
      PerformanceId intoPerformanceId,
      List<CarriedPayment> carried,
      List<RefundPart> parts)
      implements OrderEvent {
    public TicketsExchangedElsewhere {
      returned = List.copyOf(returned);
      carried = List.copyOf(carried);
      parts = List.copyOf(parts);
    }

    /** What goes with the tickets, in minor units. */
    public long carriedMinor() {
      return carried.stream().mapToLong(CarriedPayment::amountMinor).sum();
    }
  }

  /**
   * What was left of another performance's tickets pays for this order, as {@link
   * TicketsExchangedElsewhere} says in the same unit of work. A difference upwards is a payment
   * like any other.
   *
   * @param fromOrderId the order that the old tickets were of
   * @param fromPerformanceId their performance
   * @param carried what of each of that order's payments is this one's now
   */
  @EventType(name = "order.paid-by-exchange", revision = 1)
  record PaidByExchange(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      OrderId fromOrderId,
      PerformanceId fromPerformanceId,
      Currency currency,
      List<CarriedPayment> carried)
      implements OrderEvent {
    public PaidByExchange {
      carried = List.copyOf(carried);
    }

    /** What it pays, in minor units. */
    public long carriedMinor() {
      return carried.stream().mapToLong(CarriedPayment::amountMinor).sum();
    }
  }

  /**
   * A refund that no provider pays was paid at the counter.
   *
   * @param method how; maybe another than it was received by
   */
  @EventType(name = "order.refund-paid-out", revision = 1)
  record RefundPaidOut(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      RefundId refundId,
      PaymentMethod method,
      @Nullable PaymentReference reference,
      Money amount)
      implements OrderEvent {}

  /** The provider confirmed that the money went back. */
  @EventType(name = "order.refund-paid", revision = 1)
  record RefundPaid(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      RefundId refundId)
      implements OrderEvent {}

  /**
   * Money that was received is not had after all: a cheque came back unpaid, or a card payment was
   * taken back by whoever paid. The order owes again, as one does whose tickets are on account.
   *
   * @param isFromBank whether the bank account is where it is taken from; else where money of its
   *     method waits
   * @param amount all of the payment, or the part of it that was taken back
   * @param feeMinor what the bank or the provider asks for it, from the organisation
   * @param taxes what it had paid for, by rate: its tax is due no more until it is paid after all;
   *     none for what had been given back before
   */
  @EventType(name = "order.payment-taken-back", revision = 1)
  record PaymentTakenBack(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      TakenBackReason reason,
      boolean isFromBank,
      Money amount,
      long feeMinor,
      List<TaxShare> taxes)
      implements OrderEvent {
    public PaymentTakenBack {
      taxes = List.copyOf(taxes);
    }
  }

  /**
   * Money that was taken back came again: the dispute was won, or the cheque was paid when it was
   * presented once more.
   *
   * @param isToBank whether it is on the bank account; else where money of its method waits
   * @param feeMinor what of the fee came back with it
   * @param taxes what it pays for, by rate: their tax is due again
   * @param refundId present where nothing is owed for it any more, so that it is owed back
   */
  @EventType(name = "order.payment-restored", revision = 1)
  record PaymentRestored(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PaymentMethod method,
      @Nullable ProviderName provider,
      boolean isToBank,
      Money amount,
      long feeMinor,
      List<TaxShare> taxes,
      @Nullable RefundId refundId)
      implements OrderEvent {
    public PaymentRestored {
      taxes = List.copyOf(taxes);
    }
  }

  /**
   * A ticket has another holder: it has a new code under its number, and codes of earlier issues
   * are refused. Who that is, nobody says here.
   *
   * @param issue counts on from reissues and transfers; the holder's secret is made of it
   */
  @EventType(name = "order.ticket-transferred", revision = 1)
  record TicketTransferred(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      TicketId ticketId,
      int ticketNumber,
      int issue)
      implements OrderEvent {}

  /**
   * A ticket that was lost got a new code under its number; codes of earlier issues are refused.
   *
   * @param issue 0 was the first, one more for each reissue and transfer
   */
  @EventType(name = "order.ticket-reissued", revision = 1)
  record TicketReissued(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      TicketId ticketId,
      int ticketNumber,
      int issue)
      implements OrderEvent {}
}
