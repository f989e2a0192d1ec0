package org.counterfoil.query.accounts.exports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Deque;
import java.util.List;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.journal.JournalEntry;
import org.counterfoil.query.accounts.journal.JournalEntry.Line;
import org.counterfoil.query.accounts.journal.JournalQueries;
import org.counterfoil.query.accounts.scope.BooksScope;

/**
 * Entries as DATEV reads them: "Buchungsstapel", header version 700, format version 13, as
 * published at developer.datev.de (looked at in November 2026). It knows no entries of many lines,
 * only pairs of an account and another: debits and credits of an entry are paired in their order,
 * each pair by the smaller amount, so that every account gets what the entry gives it.
 */
final class DatevExport {

  /** What one file may hold. */
  static final int MOST_ROWS = 99_999;

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("ddMM");
  private static final DateTimeFormatter DATE = DateTimeFormatter.BASIC_ISO_DATE;
  private static final String LINE_END = "\r\n";

  private final JournalQueries journal;

  DatevExport(JournalQueries journal) {
    this.journal = journal;
  }

  /**
   * For whom, and of which year.
   *
   * @param consultant the tax consultant's number with DATEV
   * @param client the organisation's number with the consultant
   */
  record Addressee(int consultant, int client, LocalDate yearBegins, Currency currency) {}

  /** One pair. */
  private record Pair(JournalEntry entry, long minor, String debit, String credit) {}

  /**
   * The file; the same books give the same.
   *
   * @param scope within one fiscal year
   */
  String file(BooksScope scope, Addressee addressee) {
    List<Pair> pairs = new ArrayList<>();
    journal.forEach(
        scope,
        entry -> {
          pair(entry, pairs);
          if (pairs.size() > MOST_ROWS) {
            throw Problem.invalid(
                    "to", "Expected days of at most " + MOST_ROWS + " rows, but there are more")
                .exception();
          }
        });
    int digits =
        pairs.stream()
            .mapToInt(pair -> Math.max(pair.debit().length(), pair.credit().length()))
            .max()
            .orElse(4);
    int length = Math.max(4, digits);
    StringBuilder file = new StringBuilder();
    file.append(DatevColumns.header(addressee, scope.first(), scope.last(), length));
    file.append(LINE_END).append(DatevColumns.names()).append(LINE_END);
    pairs.forEach(pair -> file.append(row(pair, length, addressee.currency())).append(LINE_END));
    return file.toString();
  }

  private static void pair(JournalEntry entry, List<Pair> pairs) {
    Deque<Line> credits = new ArrayDeque<>();
    entry.lines().stream().filter(line -> line.creditMinor() > 0).forEach(credits::add);
    long left = 0;
    for (Line debit : entry.lines()) {
      long open = debit.debitMinor();
      while (open > 0) {
        Line credit = credits.element();
        left = left == 0 ? credit.creditMinor() : left;
        long minor = Math.min(open, left);
        pairs.add(new Pair(entry, minor, debit.account(), credit.account()));
        open -= minor;
        left -= minor;
        if (left == 0) {
          credits.remove();
        }
      }
    }
  }

  private static String row(Pair pair, int length, Currency currency) {
    String[] cells = DatevColumns.empty();
    cells[DatevColumns.AMOUNT] =
        BigDecimal.valueOf(pair.minor(), currency.getDefaultFractionDigits())
            .setScale(2)
            .toPlainString()
            .replace('.', ',');
    cells[DatevColumns.SIDE] = "\"S\"";
    cells[DatevColumns.CURRENCY] = DatevColumns.quoted(currency.getCurrencyCode(), 3);
    cells[DatevColumns.ACCOUNT] = padded(pair.debit(), length);
    cells[DatevColumns.CONTRA_ACCOUNT] = padded(pair.credit(), length);
    cells[DatevColumns.DAY] = DAY.format(pair.entry().date());
    cells[DatevColumns.PIECE] = DatevColumns.quoted(pair.entry().pieceRef(), 36);
    cells[DatevColumns.SECOND_PIECE] =
        DatevColumns.quoted(Long.toString(pair.entry().entryNumber()), 12);
    cells[DatevColumns.TEXT] = DatevColumns.quoted(pair.entry().label(), 60);
    cells[DatevColumns.IS_FINAL] = "1";
    return String.join(";", cells);
  }

  /** All accounts of a file have one length: zeros on the right keep them in their class. */
  private static String padded(String account, int length) {
    return account + "0".repeat(length - account.length());
  }

  static String date(LocalDate day) {
    return DATE.format(day);
  }
}
