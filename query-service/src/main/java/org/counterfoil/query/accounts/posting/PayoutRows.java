package org.counterfoil.query.accounts.posting;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.accounting.AccountingEvent.PayoutRecorded;
import org.counterfoil.domain.accounting.PayoutLine;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PaymentReference;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.query.accounts.posting.LedgerRows.PayoutLineRow;
import org.counterfoil.query.accounts.posting.LedgerRows.ProviderMoveRow;
import org.jspecify.annotations.Nullable;

/** What is to be found in payouts, and what is found there. */
final class PayoutRows {

  private PayoutRows() {}

  /** Money that went through a provider. */
  static List<ProviderMoveRow> moves(OrderEvent event, PostingDay day, RecordedEvent recorded) {
    List<ProviderMoveRow> moves = new ArrayList<>();
    if (event instanceof PaymentCaptured captured) {
      add(
          moves,
          captured.paymentId().value(),
          captured.provider(),
          reference(captured.reference()),
          captured.method(),
          captured.amount().minor(),
          event,
          day,
          recorded);
    } else if (event instanceof RefundDue due) {
      add(
          moves,
          due.refundId().value(),
          due.provider(),
          null,
          due.method(),
          -due.amount().minor(),
          event,
          day,
          recorded);
    } else if (event instanceof PaymentTakenBack taken) {
      add(
          moves,
          of(taken.paymentId(), "taken-back", recorded),
          taken.provider(),
          taken.paymentId().toString(),
          taken.method(),
          -taken.amount().minor(),
          event,
          day,
          recorded);
    } else if (event instanceof PaymentRestored restored) {
      add(
          moves,
          of(restored.paymentId(), "restored", recorded),
          restored.provider(),
          restored.paymentId().toString(),
          restored.method(),
          restored.amount().minor(),
          event,
          day,
          recorded);
    } else if (event instanceof TicketsRefunded refunded) {
      refunded.parts().forEach(part -> add(moves, part, event, day, recorded));
    } else if (event instanceof TicketsExchanged exchanged) {
      exchanged.parts().forEach(part -> add(moves, part, event, day, recorded));
    } else if (event instanceof TicketsExchangedElsewhere elsewhere) {
      elsewhere.parts().forEach(part -> add(moves, part, event, day, recorded));
    }
    return moves;
  }

  private static @Nullable String reference(@Nullable PaymentReference reference) {
    return reference == null ? null : reference.value();
  }

  /**
   * An id of its own, because a payment has one of its coming already: the same for all orders that
   * it is taken from or comes again to by one request.
   */
  private static UUID of(PaymentId payment, String what, RecordedEvent recorded) {
    String name = payment + "/" + what + "/" + recorded.envelope().cause();
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }

  private static void add(
      List<ProviderMoveRow> moves,
      RefundPart part,
      OrderEvent event,
      PostingDay day,
      RecordedEvent recorded) {
    add(
        moves,
        part.refundId().value(),
        part.provider(),
        null,
        part.method(),
        -part.amountMinor(),
        event,
        day,
        recorded);
  }

  private static void add(
      List<ProviderMoveRow> moves,
      UUID id,
      @Nullable ProviderName provider,
      @Nullable String reference,
      PaymentMethod method,
      long minor,
      OrderEvent event,
      PostingDay day,
      RecordedEvent recorded) {
    if (provider != null && !provider.isOfThisHouse()) {
      moves.add(
          new ProviderMoveRow(
              id,
              event.organisationId().value(),
              event.orderId().value(),
              provider.value(),
              reference,
              method.value(),
              minor,
              recorded.position(),
              recorded.envelope().recordedAt(),
              day.realDay()));
    }
  }

  static List<PayoutLineRow> lines(PayoutRecorded payout, long operation, RecordedEvent event) {
    List<PayoutLineRow> rows = new ArrayList<>();
    for (PayoutLine line : payout.lines()) {
      rows.add(
          new PayoutLineRow(
              payout.organisationId().value(),
              operation,
              rows.size() + 1,
              payout.provider().value(),
              payout.reference().value(),
              payout.arrivedOn(),
              line.reference().value(),
              line.grossMinor(),
              line.feeMinor(),
              event.position(),
              event.envelope().recordedAt()));
    }
    return rows;
  }
}
