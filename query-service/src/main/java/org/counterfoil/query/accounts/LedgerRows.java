package org.counterfoil.query.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
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
      String pieceRef,
      LocalDate pieceDate,
      String label,
      Instant validatedAt,
      LocalDate validatedDay,
      long position) {}

  record EntryLineRow(
      UUID organisationId,
      long entryNumber,
      int line,
      String account,
      String label,
      long debitMinor,
      long creditMinor,
      @Nullable UUID performanceId) {}

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
      LocalDate issuedTaxDay) {}

  record VoidedTicketRow(
      UUID ticketId,
      UUID organisationId,
      UUID performanceId,
      long position,
      Instant at,
      LocalDate day,
      LocalDate taxDay) {}

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
      LocalDate day) {}
}
