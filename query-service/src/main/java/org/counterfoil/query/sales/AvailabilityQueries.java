package org.counterfoil.query.sales;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be bought. */
final class AvailabilityQueries {

  private final SalesSnapshot snapshot;

  AvailabilityQueries(SalesSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * How the places of a performance stand.
   *
   * @param reached every event up to and including this position is in the rows
   * @return nothing where there is no such performance
   */
  public Optional<Availability> performance(PerformanceId id, long reached) {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    """
                    select p.plan_hash, p.seat_count, s.states
                    from sales.performance p join sales.seat_states s using (performance_id)
                    where performance_id = ?
                    """)
                .param(id.value())
                .query(
                    (row, number) ->
                        new Availability(
                            id.value(),
                            reached,
                            zones(tables, id.value()),
                            areas(tables, id.value()),
                            row.getString("plan_hash"),
                            row.getInt("seat_count"),
                            Base64.getEncoder().encodeToString(row.getBytes("states"))))
                .optional());
  }

  private static List<Availability.Zone> zones(JdbcClient tables, UUID performance) {
    return tables
        .sql(
            """
            select zone, capacity, capacity - sold - held - held_back as available, held, sold,
                   held_back
            from sales.zone where performance_id = ? order by ordinal
            """)
        .param(performance)
        .query(Availability.Zone.class)
        .list();
  }

  private static List<Availability.Area> areas(JdbcClient tables, UUID performance) {
    return tables
        .sql(
            """
            select area, zone, capacity, capacity - sold - held - held_back as available, held,
                   sold, held_back
            from sales.area where performance_id = ? order by ordinal
            """)
        .param(performance)
        .query(Availability.Area.class)
        .list();
  }
}
