package org.counterfoil.query.sales;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.sales.SalesScope.OfOrganisation;
import org.counterfoil.query.sales.SalesScope.OfPerformance;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How the sales of a performance or of an organisation stand, now and at any past moment. */
final class DashboardQueries {

  private static final String PERFORMANCE =
      """
      select performance_id, organisation_id, title, venue_name, starts_at, ends_at, time_zone,
             currency, is_training,
             case when ended_position <= :position and ended_at <= cast(:at as timestamptz)
               then stage else 'SCHEDULED' end as stage
      from sales.performance
      where performance_id = :id and scheduled_position <= :position
        and scheduled_at <= cast(:at as timestamptz)
      """;
  private static final String ORGANISATION =
      """
      select o.organisation_id, o.name, o.time_zone, o.currency,
             (select count(*) from sales.performance p
              where p.organisation_id = o.organisation_id and not p.is_training
                and p.scheduled_position <= :position
                and p.scheduled_at <= cast(:at as timestamptz)) as performances
      from sales.organisation o where o.organisation_id = :id
      """;

  private final SalesSnapshot snapshot;

  DashboardQueries(SalesSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The dashboard of a performance.
   *
   * @param reached every event up to and including this position is in the rows
   * @return nothing where there was no such performance
   */
  public Optional<PerformanceDashboard> performance(PerformanceId id, AsOf asOf, long reached) {
    return snapshot.read(
        tables -> {
          SalesLines lines = new SalesLines(tables, new OfPerformance(id), asOf);
          Reflected reflected = reflected(tables, asOf, reached);
          return bound(tables, PERFORMANCE, id.value(), asOf)
              .query(
                  (row, number) ->
                      performance(
                          row, lines, new AdmissionLines(tables, id, asOf).figures(), reflected))
              .optional();
        });
  }

  /** The dashboard of an organisation; see {@link #performance}. */
  public Optional<OrganisationDashboard> organisation(OrganisationId id, AsOf asOf, long reached) {
    return snapshot.read(
        tables -> {
          SalesLines lines = new SalesLines(tables, new OfOrganisation(id), asOf);
          Reflected reflected = reflected(tables, asOf, reached);
          return bound(tables, ORGANISATION, id.value(), asOf)
              .query((row, number) -> organisation(row, lines, reflected))
              .optional();
        });
  }

  /**
   * What a performance sold day by day, in its venue's time zone; days without sales are left out.
   */
  public List<SalesDay> days(PerformanceId id) {
    return snapshot.read(tables -> new SalesLines(tables, new OfPerformance(id)).days());
  }

  /** What an organisation sold day by day, in its time zone. */
  public List<SalesDay> days(OrganisationId id) {
    return snapshot.read(tables -> new SalesLines(tables, new OfOrganisation(id)).days());
  }

  /** Which state an answer shows. */
  private record Reflected(long position, Instant at) {}

  private static Reflected reflected(JdbcClient tables, AsOf asOf, long reached) {
    Instant newest =
        tables
            .sql("select recorded_at from sales.reflected")
            .query((row, number) -> row.getTimestamp(1).toInstant())
            .optional()
            .orElse(Instant.EPOCH);
    return switch (asOf) {
      case AsOf.Now now -> new Reflected(reached, newest);
      case AsOf.Position position -> new Reflected(position.value(), newest);
      case AsOf.Time time -> new Reflected(reached, time.value());
    };
  }

  private static JdbcClient.StatementSpec bound(JdbcClient tables, String sql, UUID id, AsOf asOf) {
    return tables
        .sql(sql)
        .param("id", id)
        .param("position", asOf.lastPosition())
        .param("at", asOf.lastTime());
  }

  private static PerformanceDashboard performance(
      ResultSet row, SalesLines lines, AdmissionFigures admissions, Reflected reflected)
      throws SQLException {
    return new PerformanceDashboard(
        row.getObject("performance_id", UUID.class),
        row.getObject("organisation_id", UUID.class),
        row.getString("title"),
        row.getString("venue_name"),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        row.getString("time_zone"),
        row.getBoolean("is_training"),
        PerformanceStage.valueOf(row.getString("stage")),
        lines.figures(row.getString("currency")),
        lines.heldBack(),
        lines.waitingList(),
        lines.waitingRoom(),
        admissions,
        reflected.position(),
        reflected.at());
  }

  private static OrganisationDashboard organisation(
      ResultSet row, SalesLines lines, Reflected reflected) throws SQLException {
    return new OrganisationDashboard(
        row.getObject("organisation_id", UUID.class),
        row.getString("name"),
        row.getString("time_zone"),
        row.getInt("performances"),
        lines.figures(row.getString("currency")),
        reflected.position(),
        reflected.at());
  }
}
