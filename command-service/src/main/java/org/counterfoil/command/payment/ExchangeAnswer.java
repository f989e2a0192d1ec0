package org.counterfoil.command.payment;

import java.util.Currency;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.order.TicketAnswer;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundedTicket;
import org.jspecify.annotations.Nullable;

/**
 * An exchange; amounts in minor units.
 *
 * @param orderId the order of the new tickets, where they are of another performance
 * @param orderSecret what lets its buyer see it
 * @param paymentId of a difference that was paid or is to be
 * @param redirectUrl where the buyer pays it, while it is pending
 * @param exchangeNumber counts the exchanges of the order, from 1; 0 while it is pending
 * @param carriedMinor what of the money went with the tickets to another order
 * @param takenMinor the difference that was paid, or is to be
 * @param givenBackMinor the difference that goes back
 * @param tickets the new ones
 * @param returned the old ones, which are void
 * @param parts how the difference goes back
 */
record ExchangeAnswer(
    ExchangeState state,
    @Nullable OrderId orderId,
    @Nullable String orderSecret,
    @Nullable PaymentId paymentId,
    @Nullable String redirectUrl,
    int exchangeNumber,
    long carriedMinor,
    long takenMinor,
    long givenBackMinor,
    Currency currency,
    List<TicketAnswer> tickets,
    List<RefundedTicket> returned,
    List<RefundPart> parts) {

  /** Whether tickets were exchanged, or will be when the difference is paid. */
  enum ExchangeState {
    EXCHANGED,
    PENDING
  }

  static Answer of(List<Event> events) {
    PaymentCaptured paid = null;
    for (Event event : events) {
      paid = event instanceof PaymentCaptured captured ? captured : paid;
    }
    List<TicketAnswer> tickets = TicketAnswer.issuedBy(events, false);
    for (Event event : events) {
      if (event instanceof ExchangeStarted started) {
        return Answers.created(pending(started));
      } else if (event instanceof TicketsExchanged exchanged) {
        return Answers.created(exchanged(exchanged, paid, tickets));
      } else if (event instanceof TicketsExchangedElsewhere elsewhere) {
        return Answers.created(exchanged(elsewhere, paid, tickets));
      }
    }
    throw new IllegalStateException("Expected an exchange, but got " + events);
  }

  private static ExchangeAnswer pending(ExchangeStarted started) {
    return new ExchangeAnswer(
        ExchangeState.PENDING,
        null,
        null,
        started.paymentId(),
        SecretMarks.redirectUrl(started.paymentId()),
        0,
        0,
        started.differenceMinor(),
        0,
        started.currency(),
        List.of(),
        List.of(),
        List.of());
  }

  private static ExchangeAnswer exchanged(
      TicketsExchanged exchanged, @Nullable PaymentCaptured paid, List<TicketAnswer> tickets) {
    return new ExchangeAnswer(
        ExchangeState.EXCHANGED,
        null,
        null,
        paid == null ? null : paid.paymentId(),
        null,
        exchanged.exchangeNumber(),
        0,
        exchanged.takenMinor(),
        sum(exchanged.parts()),
        exchanged.currency(),
        tickets,
        exchanged.returned(),
        exchanged.parts());
  }

  private static ExchangeAnswer exchanged(
      TicketsExchangedElsewhere elsewhere,
      @Nullable PaymentCaptured paid,
      List<TicketAnswer> tickets) {
    return new ExchangeAnswer(
        ExchangeState.EXCHANGED,
        elsewhere.intoOrderId(),
        SecretMarks.order(elsewhere.intoOrderId()),
        paid == null ? null : paid.paymentId(),
        null,
        elsewhere.exchangeNumber(),
        elsewhere.carriedMinor(),
        paid == null ? 0 : paid.amount().minor(),
        sum(elsewhere.parts()),
        elsewhere.currency(),
        tickets,
        elsewhere.returned(),
        elsewhere.parts());
  }

  private static long sum(List<RefundPart> parts) {
    return parts.stream().mapToLong(RefundPart::amountMinor).sum();
  }
}
