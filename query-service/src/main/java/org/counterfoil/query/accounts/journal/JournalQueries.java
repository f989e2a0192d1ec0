package org.counterfoil.query.accounts.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal. */
public final class JournalQueries {

  /** Lines of many entries stand together, so that they are read once. */
  private static final String ENTRIES =
      """
      select e.*, l.account, l.label as account_label, l.debit_minor, l.credit_minor, org.currency
      from (
        select * from entry e where {scope} and e.number > :after order by e.number limit :max
      ) e
      join entry_line l on l.organisation_id = e.organisation_id and l.entry_number = e.number
      join organisation org on org.organisation_id = e.organisation_id
      order by e.number, l.line
      """;

  private static final int AT_ONCE = 5_000;

  private final BooksSnapshot snapshot;

  JournalQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** A page of it. */
  public Page<JournalEntry> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    List<JournalEntry> entries =
        snapshot.read(
            tables -> read(tables, scope, after == null ? 0 : Long.parseLong(after), page.fetch()));
    return page.page(entries, entry -> Long.toString(entry.entryNumber()));
  }

  /** One that exists. */
  public JournalEntry one(BooksScope scope, long number) {
    return snapshot.read(tables -> read(tables, scope, number - 1, 1)).getFirst();
  }

  /** All of it, in order, without holding it in memory. */
  public void forEach(BooksScope scope, Consumer<JournalEntry> each) {
    snapshot.read(
        tables -> {
          long after = 0;
          List<JournalEntry> some;
          do {
            some = read(tables, scope, after, AT_ONCE);
            some.forEach(each);
            after = some.isEmpty() ? after : some.getLast().entryNumber();
          } while (some.size() == AT_ONCE);
          return after;
        });
  }

  private static List<JournalEntry> read(JdbcClient tables, BooksScope scope, long after, int max) {
    List<JournalEntry> entries = new ArrayList<>();
    tables
        .sql(ENTRIES.replace("{scope}", scope.condition("e", "date", "validated_at")))
        .params(scope.parameters())
        .param("after", after)
        .param("max", max)
        .query(
            row -> {
              if (entries.isEmpty() || entries.getLast().entryNumber() != row.getLong("number")) {
                entries.add(entry(row));
              }
              entries.getLast().lines().add(line(row));
            });
    return entries;
  }

  private static JournalEntry entry(ResultSet row) throws SQLException {
    return new JournalEntry(
        row.getLong("number"),
        row.getString("journal"),
        row.getString("journal_label"),
        row.getObject("date", LocalDate.class),
        row.getObject("validated_at", OffsetDateTime.class).toInstant(),
        row.getObject("validated_day", LocalDate.class),
        row.getString("piece_ref"),
        row.getObject("piece_date", LocalDate.class),
        row.getString("label"),
        row.getLong("operation_number"),
        row.getLong("position"),
        row.getString("currency"),
        new ArrayList<>());
  }

  private static JournalEntry.Line line(ResultSet row) throws SQLException {
    return new JournalEntry.Line(
        row.getString("account"),
        row.getString("account_label"),
        row.getLong("debit_minor"),
        row.getLong("credit_minor"));
  }
}
