package org.counterfoil.query.sales;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What can be bought. */
final class AvailabilityQueries {

  private static final int MOST_KEPT = 1_000;

  /**
   * How places stood.
   *
   * @param version the last event that had changed anything about the performance before it was
   *     read: the answer may be newer, never older
   */
  record Versioned(long version, Availability availability) {}

  private final SalesSnapshot snapshot;
  private final PerformanceQueries performances;
  private final Cache<PerformanceId, Versioned> kept =
      Caffeine.newBuilder().maximumSize(MOST_KEPT).build();

  AvailabilityQueries(SalesSnapshot snapshot) {
    this.snapshot = snapshot;
    this.performances = new PerformanceQueries(snapshot);
  }

  /**
   * How the places of a performance stand. A whole house is looked at by many at once: its places
   * are read again only when something about it has changed, which one short statement tells.
   *
   * @param reached every event up to and including this position is in the rows
   * @return nothing where there is no such performance
   */
  Optional<Versioned> current(PerformanceId id, long reached) {
    Optional<Long> version = performances.changedPosition(id);
    if (version.isEmpty()) {
      return Optional.empty();
    }
    Versioned known = kept.getIfPresent(id);
    if (known != null && known.version() == version.get()) {
      return Optional.of(new Versioned(known.version(), known.availability().at(reached)));
    }
    Optional<Versioned> read =
        performance(id, reached).map(answer -> new Versioned(version.get(), answer));
    read.ifPresent(fresh -> kept.put(id, fresh));
    return read;
  }

  /** The same, read anew. */
  Optional<Availability> performance(PerformanceId id, long reached) {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    """
                    select p.plan_hash, p.seat_count, p.stage, s.states
                    from sales.performance p join sales.seat_states s using (performance_id)
                    where performance_id = ?
                    """)
                .param(id.value())
                .query(
                    (row, number) -> {
                      Availability answer =
                          new Availability(
                              id.value(),
                              reached,
                              zones(tables, id.value()),
                              areas(tables, id.value()),
                              row.getString("plan_hash"),
                              row.getInt("seat_count"),
                              Base64.getEncoder().encodeToString(row.getBytes("states")));
                      return PerformanceStage.valueOf(row.getString("stage"))
                              == PerformanceStage.SCHEDULED
                          ? answer
                          : answer.ofWhatIsOver();
                    })
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
