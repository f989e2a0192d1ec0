package org.counterfoil.query.accounts.exports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import org.counterfoil.domain.accounting.fec.FecLine;
import org.counterfoil.query.accounts.journal.JournalEntry;
import org.counterfoil.query.accounts.journal.JournalEntry.Line;
import org.counterfoil.query.accounts.journal.JournalQueries;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;

/**
 * The entries of a fiscal year in the format of the tax office. They are numbered from 1 in each
 * year, in the order of validation, and stand in the operation they book by PieceRef.
 */
final class FecExport {

  private static final String LINE_END = "\r\n";

  /** An account has one label in a file: the last it had. */
  private static final String LABELS =
      """
      select distinct on (l.account) l.account, l.label
      from entry e
      join entry_line l on l.organisation_id = e.organisation_id and l.entry_number = e.number
      where {scope} order by l.account, e.number desc, l.line
      """;

  private record Label(String account, String label) {}

  private final BooksSnapshot snapshot;
  private final JournalQueries journal;

  FecExport(BooksSnapshot snapshot, JournalQueries journal) {
    this.snapshot = snapshot;
    this.journal = journal;
  }

  /** Writes the file; the same books give the same bytes. */
  void write(BooksScope year, Currency currency, Writer to) {
    Map<String, String> labels = labels(year);
    int digits = currency.getDefaultFractionDigits();
    long[] number = new long[1];
    print(to, FecLine.header());
    journal.forEach(
        year,
        entry -> {
          number[0]++;
          for (Line line : entry.lines()) {
            print(to, line(entry, line, number[0], labels, digits).text());
          }
        });
  }

  private Map<String, String> labels(BooksScope year) {
    return snapshot.read(
        tables -> {
          Map<String, String> labels = new HashMap<>();
          tables
              .sql(LABELS.replace("{scope}", year.condition("e", "date", "validated_at")))
              .params(year.parameters())
              .query(Label.class)
              .list()
              .forEach(label -> labels.put(label.account(), label.label()));
          return labels;
        });
  }

  private static FecLine line(
      JournalEntry entry, Line line, long number, Map<String, String> labels, int digits) {
    return new FecLine(
        entry.journal(),
        entry.journalLabel(),
        number,
        entry.date(),
        line.account(),
        labels.getOrDefault(line.account(), line.label()),
        entry.pieceRef(),
        entry.pieceDate(),
        entry.label(),
        line.debitMinor(),
        line.creditMinor(),
        entry.validatedDay(),
        digits);
  }

  private static void print(Writer to, String line) {
    try {
      to.write(line);
      to.write(LINE_END);
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }
}
