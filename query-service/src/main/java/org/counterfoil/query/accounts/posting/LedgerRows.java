package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.accounting.Account;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Rows that belong to operations. */
final class LedgerRows {

  private LedgerRows() {}

  record MoneyMoveRow(
      UUID organisationId, long operationNumber, int ordinal, String method, long amountMinor) {}

  record RateAmountRow(
      UUID organisationId,
      long operationNumber,
      String taxRate,
      long soldNetMinor,
      long soldTaxMinor,
      long dueNetMinor,
      long dueTaxMinor) {}

  record EntryRow(
      UUID organisationId,
      long number,
      long operationNumber,
      String journal,
      String journalLabel,
      LocalDate date,
      LocalDate businessDay,
      String pieceRef,
      LocalDate pieceDate,
      String label,
      Instant validatedAt,
      LocalDate validatedDay,
      long position) {}

  /**
   * A line of an entry.
   *
   * @param meaning which account of the chart it was booked on, whatever its number was then;
   *     missing for takings and for accounts that are named by their numbers alone
   */
  record EntryLineRow(
      UUID organisationId,
      long entryNumber,
      int line,
      String account,
      String label,
      @Nullable Account meaning,
      long debitMinor,
      long creditMinor,
      @Nullable UUID performanceId) {}

  /**
   * Money that a provider received or sent back, and so owes us or has had from us.
   *
   * @param moveId of the payment or the refund
   * @param reference what it was captured with
   * @param amountMinor negative where it went back
   */
  record ProviderMoveRow(
      UUID moveId,
      UUID organisationId,
      UUID orderId,
      String provider,
      @Nullable String reference,
      String method,
      long amountMinor,
      long position,
      Instant at,
      LocalDate day) {}

  record ProductionRow(
      UUID productionId, UUID organisationId, String title, @Nullable String taxCategory) {}

  record PayoutLineRow(
      UUID organisationId,
      long operationNumber,
      int line,
      String provider,
      String payout,
      LocalDate arrivedOn,
      String reference,
      long grossMinor,
      long feeMinor,
      long position,
      Instant at) {}

  record TicketRow(
      UUID ticketId,
      UUID organisationId,
      UUID performanceId,
      UUID orderId,
      int ticketNumber,
      String zone,
      String priceType,
      String priceTypeName,
      String taxRate,
      long grossMinor,
      long netMinor,
      long taxMinor,
      boolean isTraining,
      long issuedPosition,
      Instant issuedAt,
      LocalDate issuedDay,
      LocalDate issuedTaxDay) {

    static TicketRow of(
        HoldSold sold,
        IssuedTicket issued,
        PerformanceRow performance,
        PostingDay day,
        RecordedEvent event) {
      PricedTicket ticket = issued.ticket();
      return new TicketRow(
          ticket.ticketId().value(),
          performance.organisationId(),
          performance.performanceId(),
          sold.orderId().value(),
          issued.ticketNumber(),
          ticket.zone().value(),
          ticket.priceType().value(),
          ticket.priceTypeName().value(),
          ticket.taxRate().value(),
          ticket.faceValueMinor(),
          ticket.netMinor(),
          ticket.taxMinor(),
          performance.isTraining(),
          event.position(),
          event.envelope().recordedAt(),
          day.businessDay(),
          day.taxDay());
    }
  }

  record VoidedTicketRow(
      UUID ticketId,
      UUID organisationId,
      UUID performanceId,
      long position,
      Instant at,
      LocalDate day,
      LocalDate taxDay) {

    static VoidedTicketRow of(
        TicketId ticket, PerformanceRow performance, PostingDay day, RecordedEvent event) {
      return new VoidedTicketRow(
          ticket.value(),
          performance.organisationId(),
          performance.performanceId(),
          event.position(),
          event.envelope().recordedAt(),
          day.businessDay(),
          day.taxDay());
    }
  }

  record TicketRefundRow(
      UUID organisationId,
      long operationNumber,
      UUID ticketId,
      UUID performanceId,
      long grossMinor,
      long netMinor,
      long taxMinor,
      long position,
      Instant at,
      LocalDate day) {

    static TicketRefundRow of(
        RefundedTicket ticket,
        PerformanceRow performance,
        long operation,
        PostingDay day,
        RecordedEvent event) {
      return new TicketRefundRow(
          performance.organisationId(),
          operation,
          ticket.ticketId().value(),
          performance.performanceId(),
          ticket.grossMinor(),
          ticket.netMinor(),
          ticket.taxMinor(),
          event.position(),
          event.envelope().recordedAt(),
          day.businessDay());
    }
  }
}
