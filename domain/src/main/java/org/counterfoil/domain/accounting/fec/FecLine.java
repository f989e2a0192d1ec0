package org.counterfoil.domain.accounting.fec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * One line of the file: one account of one entry. Amounts are minor units of {@code fractionDigits}
 * decimals; exactly one of debit and credit is not 0.
 *
 * @param date the entry's accounting date
 * @param validDate the day on which it was validated
 */
public record FecLine(
    String journalCode,
    String journalLabel,
    long entryNumber,
    LocalDate date,
    String account,
    String accountLabel,
    String pieceRef,
    LocalDate pieceDate,
    String label,
    long debitMinor,
    long creditMinor,
    LocalDate validDate,
    int fractionDigits) {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyyMMdd", Locale.ROOT);
  private static final String TAB = "\t";

  /** The first line of every file. */
  public static String header() {
    return String.join(TAB, FecColumn.titles());
  }

  /** The line, without its end. */
  public String text() {
    return String.join(
        TAB,
        List.of(
            plain(journalCode),
            plain(journalLabel),
            Long.toString(entryNumber),
            DATE.format(date),
            plain(account),
            plain(accountLabel),
            "",
            "",
            plain(pieceRef),
            DATE.format(pieceDate),
            plain(label),
            amount(debitMinor),
            amount(creditMinor),
            "",
            "",
            DATE.format(validDate),
            "",
            ""));
  }

  /** {@code <SIREN>FEC<last day>.txt}; nine zeros for who has no SIREN. */
  public static String fileName(String siren, LocalDate lastDay) {
    return siren + "FEC" + DATE.format(lastDay) + ".txt";
  }

  private String amount(long minor) {
    return BigDecimal.valueOf(minor, fractionDigits).toPlainString().replace('.', ',');
  }

  /** Separators inside a field would shift its line; labels have none, whoever wrote them. */
  private static String plain(String field) {
    return field.replaceAll("[\\t\\r\\n|]", " ");
  }
}
