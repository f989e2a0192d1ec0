package org.counterfoil.query.accounts.closings;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.OpenBooks;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.OrganisationRejection;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.feed.projection.ParkedEvent;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.posting.BookRows;
import org.counterfoil.query.accounts.posting.ClosingRow;
import org.counterfoil.query.accounts.posting.OrganisationRow;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.scope.OrganisationQueries;
import org.counterfoil.query.accounts.tills.TillQueries;
import org.counterfoil.query.live.ReadPosition;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Closings, and how far books are. */
public final class ClosingQueries implements BooksOverview {

  private static final String OPEN =
      """
      select o.organisation_id, {through}
        (select min(p.start_day) from performance p
          where p.organisation_id = o.organisation_id and not p.is_training
            and p.books ->> 'stage' = 'COMING') as unfinished
      from organisation o {where}
      """;

  private static final String CLOSINGS =
      """
      select jsonb_strip_nulls(to_jsonb(c)) from closing c
      where organisation_id = ? and period_to between ? and ? and cut <= ?
        and started_at <= cast(? as timestamptz)
      """;

  private record Reach(
      UUID organisationId,
      @Nullable LocalDate day,
      @Nullable LocalDate month,
      @Nullable LocalDate year,
      @Nullable LocalDate unfinished) {}

  private final BooksSnapshot snapshot;
  private final Checkpoints checkpoints;
  private final ProjectionRunner runner;
  private final ReadPosition position;

  ClosingQueries(BooksSnapshot snapshot, Checkpoints checkpoints, ProjectionRunner runner) {
    this.snapshot = snapshot;
    this.checkpoints = checkpoints;
    this.runner = runner;
    this.position = new ReadPosition(runner);
  }

  /** Those whose period ends in the scope's days, the newest first. */
  public Page<ListedClosing> page(BooksScope scope, PageRequest page) {
    String after = page.after();
    int below = after == null ? Integer.MAX_VALUE : Integer.parseInt(after);
    return page.page(
        list(scope, "and number < %d order by number desc limit %d".formatted(below, page.fetch())),
        closing -> Integer.toString(closing.number()));
  }

  /** One by its number. */
  public Optional<ListedClosing> one(BooksScope scope, int number) {
    return list(scope, "and number = " + number).stream().findFirst();
  }

  /** Those whose period ends in the scope's days, in the order of their numbers. */
  public List<ListedClosing> ofPeriod(BooksScope scope) {
    return list(scope, "order by number");
  }

  /** The checkpoint of a closing is the first that covers its cut, and never becomes another. */
  private List<ListedClosing> list(BooksScope scope, String which) {
    record Found(String currency, List<ClosingRow> rows) {}
    Found found =
        snapshot.read(
            tables ->
                new Found(
                    OrganisationQueries.currency(tables, scope.organisationId()),
                    new BookRows(tables)
                        .query(
                            CLOSINGS + which,
                            ClosingRow.class,
                            scope.organisationId().value(),
                            scope.first(),
                            scope.last(),
                            scope.asOf().lastPosition(),
                            scope.asOf().lastTime())));
    Map<Long, SignedCheckpoint> signed =
        checkpoints.firstCovering(found.rows().stream().map(ClosingRow::cut).toList());
    return found.rows().stream()
        .map(row -> ListedClosing.of(row, found.currency(), signed.get(row.cut())))
        .toList();
  }

  @Override
  public List<OpenBooks> all() {
    Set<String> parked = parked();
    return snapshot.read(tables -> reach(tables, "")).stream()
        .filter(books -> !parked.contains(books.organisationId().toString()))
        .toList();
  }

  @Override
  public OpenBooks of(OrganisationId organisation, long minPosition) {
    position.await(minPosition, List.of(organisation.toString()));
    List<OpenBooks> found =
        snapshot.read(
            tables -> reach(tables, "where o.organisation_id = '" + organisation.value() + "'"));
    if (found.isEmpty()) {
      throw Problem.refused(
              OrganisationRejection.UNKNOWN_ORGANISATION,
              "Expected an organisation, but there is none with id " + organisation)
          .exception();
    }
    return found.getFirst();
  }

  @Override
  public long cashTaken(OrganisationId organisation, Actor keeper, long after, long through) {
    position.await(through, List.of(organisation.toString()));
    return snapshot.read(
        tables -> TillQueries.cashTaken(tables, organisation.value(), keeper, after, through));
  }

  @Override
  public List<FoundTotals> unsealed() {
    Set<String> parked = parked();
    return snapshot
        .read(
            tables ->
                new BookRows(tables)
                    .query(
                        """
                        select jsonb_strip_nulls(to_jsonb(c)) from closing c where sealed is null
                        order by organisation_id, number limit 500
                        """,
                        ClosingRow.class))
        .stream()
        .map(
            row ->
                new FoundTotals(
                    new OrganisationId(row.organisationId()), row.number(), row.cut(), row.found()))
        .filter(found -> !parked.contains(found.organisationId().toString()))
        .toList();
  }

  private static List<OpenBooks> reach(JdbcClient tables, String where) {
    StringBuilder through = new StringBuilder();
    for (String kind : List.of("day", "month", "year")) {
      through.append(
          """
          (select max(c.period_to) from closing c
            where c.organisation_id = o.organisation_id and c.kind = upper('%1$s')) as %1$s,
          """
              .formatted(kind));
    }
    List<Reach> reaches =
        tables
            .sql(OPEN.replace("{through}", through).replace("{where}", where))
            .query(Reach.class)
            .list();
    BookRows rows = new BookRows(tables);
    return reaches.stream().map(reach -> open(reach, rows)).toList();
  }

  private static OpenBooks open(Reach reach, BookRows rows) {
    OrganisationRow row =
        rows.read(
                "organisation",
                "organisation_id",
                List.of(reach.organisationId()),
                OrganisationRow.class)
            .getFirst();
    return new OpenBooks(
        new OrganisationId(reach.organisationId()),
        row.calendar(),
        row.createdDay(),
        reach.day(),
        reach.month(),
        reach.year(),
        reach.unfinished());
  }

  private Set<String> parked() {
    Set<String> keys = new HashSet<>();
    runner.parked().stream().map(ParkedEvent::key).forEach(keys::add);
    return keys;
  }
}
