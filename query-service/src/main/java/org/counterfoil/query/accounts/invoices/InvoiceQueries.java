package org.counterfoil.query.accounts.invoices;

import java.util.List;
import java.util.Optional;
import org.counterfoil.domain.accounting.InvoiceNumber;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.posting.BookRows;
import org.counterfoil.query.accounts.posting.InvoiceRow;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;

/** Invoices and credit notes. */
public final class InvoiceQueries {

  private static final String PAGE =
      """
      select jsonb_strip_nulls(to_jsonb(i)) from invoice i
      where {scope} and i.position > :after
      order by i.position limit :max
      """;

  private static final String ONE =
      "select jsonb_strip_nulls(to_jsonb(i)) from invoice i where {scope} and i.number = :number";

  private final BooksSnapshot snapshot;

  InvoiceQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** In the order they were issued. */
  public Page<ListedInvoice> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    List<ListedInvoice> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(PAGE.replace("{scope}", scope.condition("i", "day", "at")))
                    .params(scope.parameters())
                    .param("after", after == null ? -1 : Long.parseLong(after))
                    .param("max", page.fetch())
                    .query((row, n) -> BookRows.row(row.getString(1), InvoiceRow.class))
                    .list()
                    .stream()
                    .map(ListedInvoice::of)
                    .toList());
    return page.page(rows, invoice -> Long.toString(invoice.position()));
  }

  /** One by its number; an unknown one ends the request as a 404. */
  public ListedInvoice one(BooksScope scope, InvoiceNumber number) {
    Optional<InvoiceRow> found =
        snapshot.read(
            tables ->
                tables
                    .sql(ONE.replace("{scope}", scope.condition("i", "day", "at")))
                    .params(scope.parameters())
                    .param("number", number.value())
                    .query((row, n) -> BookRows.row(row.getString(1), InvoiceRow.class))
                    .optional());
    return found
        .map(ListedInvoice::of)
        .orElseThrow(
            () ->
                Problem.refused(
                        InvoiceRejection.UNKNOWN_INVOICE,
                        "Expected an invoice or credit note, but there is none of number " + number)
                    .exception());
  }
}
