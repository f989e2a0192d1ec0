package org.counterfoil.query.accounts.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A numbered operation and what caused it.
 *
 * @param number gapless in its series: that of the organisation, or that of its training
 * @param date its accounting date
 * @param isLate whether its own day was closed, so that it is posted on the first open one
 * @param actor who caused it
 * @param cause the request, notification or timer that led to it
 * @param position of its event in the log
 * @param entryNumber its entry; missing where there is nothing to book
 * @param invoiceNumber of the invoice or credit note that it is; missing where it is another
 */
public record ListedOperation(
    long number,
    boolean isTraining,
    String kind,
    LocalDate businessDay,
    LocalDate date,
    Instant recordedAt,
    boolean isLate,
    @Nullable UUID performanceId,
    @Nullable String title,
    @Nullable UUID orderId,
    String actor,
    UUID cause,
    long position,
    int tickets,
    long salesMinor,
    long cashMinor,
    long receivablesMinor,
    long settledMinor,
    String currency,
    @Nullable Long entryNumber,
    @Nullable String invoiceNumber,
    List<Payment> payments) {

  /** Money that moved; negative where it went back. */
  record Payment(String method, long amountMinor) {}
}
