package org.counterfoil.query.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.jspecify.annotations.Nullable;

/** Performances, one by one and in lists, and who owns them. */
final class PerformanceQueries {

  private static final String COLUMNS =
      """
      select performance_id, organisation_id, production_id, title, venue_id, venue_name,
             seating_plan_id, plan_hash, seat_count, starts_at, ends_at, time_zone, is_onsale_set,
             opens_at, closes_at, currency, capacity, is_training, stage, sold, held,
             capacity - sold - held - held_back as available, held_back, comps, gross_minor,
             net_minor, tax_minor
      from sales.performance
      """;

  private static final int SHOWN_TRAININGS = 10;

  private final SalesSnapshot snapshot;

  PerformanceQueries(SalesSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** The performance, or nothing where there is none with this id. */
  public Optional<ScheduledPerformance> performance(PerformanceId id) {
    return snapshot.one(
        tables ->
            tables
                .sql(COLUMNS + "where performance_id = ?")
                .param(id.value())
                .query((row, number) -> scheduled(row))
                .optional());
  }

  /** The performance with its totals, or nothing where there is none with this id. */
  public Optional<PerformanceSales> sales(PerformanceId id) {
    return snapshot.one(
        tables ->
            tables
                .sql(COLUMNS + "where performance_id = ?")
                .param(id.value())
                .query((row, number) -> sales(row))
                .optional());
  }

  /** Whose the performance is, or nothing where there is none with this id. */
  public Optional<OrganisationId> organisationOf(PerformanceId id) {
    return snapshot.one(
        tables ->
            tables
                .sql("select organisation_id from sales.performance where performance_id = ?")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .map(OrganisationId::new));
  }

  /** The last event that changed anything about the performance. */
  public Optional<Long> changedPosition(PerformanceId id) {
    return snapshot.one(
        tables ->
            tables
                .sql("select changed_position from sales.performance where performance_id = ?")
                .param(id.value())
                .query(Long.class)
                .optional());
  }

  /** The last event that changed anything about the organisation's performances; -1 for none. */
  public Optional<Long> changedPosition(OrganisationId id) {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    """
                    select (select coalesce(max(changed_position), -1) from sales.performance p
                            where p.organisation_id = o.organisation_id)
                    from sales.organisation o where o.organisation_id = ?
                    """)
                .param(id.value())
                .query(Long.class)
                .optional());
  }

  /**
   * The organisation's performances by date.
   *
   * @param training whether to answer those for training; else those that take place
   */
  public Page<PerformanceSales> ofOrganisation(
      OrganisationId id, boolean training, PageRequest page) {
    After after = After.parse(page.after());
    List<PerformanceSales> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(
                        COLUMNS
                            + """
                            where organisation_id = ? and is_training = ?
                              and (starts_at, performance_id) > (?, ?)
                            order by starts_at, performance_id limit ?
                            """)
                    .params(
                        id.value(),
                        training,
                        Timestamp.from(after.startsAt()),
                        after.id(),
                        page.fetch())
                    .query((row, number) -> sales(row))
                    .list());
    return page.page(
        rows, row -> row.performance().startsAt() + "/" + row.performance().performanceId());
  }

  /** The organisation's newest performances for training, the newest first. */
  public List<PerformanceSales> trainings(OrganisationId id) {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    COLUMNS
                        + """
                        where organisation_id = ? and is_training
                        order by scheduled_position desc limit ?
                        """)
                .params(id.value(), SHOWN_TRAININGS)
                .query((row, number) -> sales(row))
                .list());
  }

  /**
   * Which of these keys are the organisation's performances, or unknown: an unknown one may be the
   * organisation's, too.
   */
  public List<UUID> concerning(OrganisationId organisation, List<UUID> keys) {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    """
                    select k.key from unnest(?::uuid[]) as k (key)
                    left join sales.performance p on p.performance_id = k.key
                    where p.organisation_id is null or p.organisation_id = ?
                    """)
                .param(keys.stream().map(UUID::toString).toArray(String[]::new))
                .param(organisation.value())
                .query(UUID.class)
                .list());
  }

  private record After(Instant startsAt, UUID id) {

    private static final After NOTHING =
        new After(Instant.parse("0001-01-01T00:00:00Z"), new UUID(0, 0));

    static After parse(@Nullable String key) {
      if (key == null) {
        return NOTHING;
      }
      int slash = key.indexOf('/');
      return new After(
          Instant.parse(key.substring(0, slash)), UUID.fromString(key.substring(slash + 1)));
    }
  }

  private static PerformanceSales sales(ResultSet row) throws SQLException {
    return new PerformanceSales(
        scheduled(row),
        row.getLong("held"),
        row.getLong("available"),
        row.getLong("held_back"),
        new Takings(
            row.getLong("sold"),
            row.getLong("comps"),
            row.getLong("gross_minor"),
            row.getLong("net_minor"),
            row.getLong("tax_minor")));
  }

  private static ScheduledPerformance scheduled(ResultSet row) throws SQLException {
    return new ScheduledPerformance(
        row.getObject("performance_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getObject("production_id", UUID.class),
        row.getString("title"),
        row.getObject("venue_id", UUID.class),
        row.getString("venue_name"),
        row.getObject("seating_plan_id", UUID.class),
        row.getString("plan_hash"),
        row.getInt("seat_count"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getString("time_zone"),
        row.getBoolean("is_onsale_set"),
        instant(row.getTimestamp("opens_at")),
        instant(row.getTimestamp("closes_at")),
        row.getString("currency"),
        row.getLong("capacity"),
        row.getBoolean("is_training"),
        PerformanceStage.valueOf(row.getString("stage")));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
