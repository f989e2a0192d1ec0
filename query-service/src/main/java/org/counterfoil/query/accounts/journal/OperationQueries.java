package org.counterfoil.query.accounts.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;

/** The list of operations. */
public final class OperationQueries {

  private static final String OPERATIONS =
      """
      select o.*, p.title, m.method, m.amount_minor, org.currency, i.number as invoice_number
      from (
        select * from operation o
        where o.is_training = :training and o.number > :after and {scope}
        order by o.number limit :max
      ) o
      join organisation org on org.organisation_id = o.organisation_id
      left join performance p on p.performance_id = o.performance_id
      left join invoice i on i.organisation_id = o.organisation_id
        and i.operation_number = o.number and not o.is_training
      left join money_move m on m.organisation_id = o.organisation_id
        and m.operation_number = o.number and not o.is_training
      order by o.number, m.ordinal
      """;

  private static final String OF_ORDER =
      """
      select o.number from operation o
      where o.order_id = :order and not o.is_training and {scope} order by o.number
      """;

  private static final int AT_ONCE = 5_000;

  private final BooksSnapshot snapshot;

  OperationQueries(BooksSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Page<ListedOperation> page(BooksScope scope, boolean isTraining, PageRequest page) {
    String after = page.after();
    List<ListedOperation> rows =
        read(scope, isTraining, after == null ? 0 : Long.parseLong(after), page.fetch());
    return page.page(rows, operation -> Long.toString(operation.number()));
  }

  /** One by its number, not one for training. */
  public Optional<ListedOperation> one(BooksScope scope, long number) {
    return read(scope, false, number - 1, 1).stream()
        .filter(operation -> operation.number() == number)
        .findFirst();
  }

  /** Those of an order, in order; none for training. */
  public List<ListedOperation> ofOrder(BooksScope scope, UUID order) {
    List<ListedOperation> all = new ArrayList<>();
    for (long number : numbers(scope, order)) {
      all.addAll(read(scope, false, number - 1, 1));
    }
    return all;
  }

  private List<Long> numbers(BooksScope scope, UUID order) {
    return snapshot.read(
        tables ->
            tables
                .sql(OF_ORDER.replace("{scope}", scope.operations("tax_day")))
                .params(scope.parameters())
                .param("order", order)
                .query(Long.class)
                .list());
  }

  /** All of them, not those for training, in order. */
  public void forEach(BooksScope scope, Consumer<ListedOperation> each) {
    long after = 0;
    List<ListedOperation> some;
    do {
      some = read(scope, false, after, AT_ONCE);
      some.forEach(each);
      after = some.isEmpty() ? after : some.getLast().number();
    } while (some.size() == AT_ONCE);
  }

  private List<ListedOperation> read(BooksScope scope, boolean isTraining, long after, int max) {
    List<ListedOperation> rows = new ArrayList<>();
    snapshot.read(
        tables -> {
          tables
              .sql(OPERATIONS.replace("{scope}", scope.operations("tax_day")))
              .params(scope.parameters())
              .param("training", isTraining)
              .param("after", after)
              .param("max", max)
              .query(
                  row -> {
                    add(row, rows);
                  });
          return rows;
        });
    return rows;
  }

  private static void add(ResultSet row, List<ListedOperation> rows) throws SQLException {
    if (rows.isEmpty() || rows.getLast().number() != row.getLong("number")) {
      rows.add(operation(row));
    }
    String method = row.getString("method");
    if (method != null) {
      rows.getLast()
          .payments()
          .add(new ListedOperation.Payment(method, row.getLong("amount_minor")));
    }
  }

  private static ListedOperation operation(ResultSet row) throws SQLException {
    return new ListedOperation(
        row.getLong("number"),
        row.getBoolean("is_training"),
        row.getString("kind"),
        row.getObject("business_day", LocalDate.class),
        row.getObject("tax_day", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getBoolean("is_late"),
        row.getObject("performance_id", UUID.class),
        row.getString("title"),
        row.getObject("order_id", UUID.class),
        row.getString("actor"),
        row.getObject("cause", UUID.class),
        row.getLong("position"),
        row.getInt("tickets"),
        row.getLong("sales_minor"),
        row.getLong("cash_minor"),
        row.getLong("receivables_minor"),
        row.getLong("settled_minor"),
        row.getString("currency"),
        row.getObject("entry_number", Long.class),
        row.getString("invoice_number"),
        new ArrayList<>());
  }
}
