package org.counterfoil.query.accounts.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An entry of the journal.
 *
 * @param entryNumber gapless in the organisation, in the order of validation
 * @param journal its code
 * @param date its accounting date, in the organisation's time zone
 * @param validatedAt when it was recorded; it never changes afterwards
 * @param pieceRef the operation it books
 * @param position of its event in the log
 */
public record JournalEntry(
    long entryNumber,
    String journal,
    String journalLabel,
    LocalDate date,
    Instant validatedAt,
    LocalDate validatedDay,
    String pieceRef,
    LocalDate pieceDate,
    String label,
    long operationNumber,
    long position,
    String currency,
    List<Line> lines) {

  /** One account debited or credited; exactly one of the two is not 0. */
  public record Line(String account, String label, long debitMinor, long creditMinor) {}

  /** All debits, which are all credits. */
  public long debitMinor() {
    return lines.stream().mapToLong(Line::debitMinor).sum();
  }
}
