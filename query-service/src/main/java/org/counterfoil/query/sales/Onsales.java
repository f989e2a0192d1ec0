package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.performance.PerformanceId;

/** When sales open, for what must keep out of their way. */
public final class Onsales {

  private static final Duration NEAR = Duration.ofMinutes(30);

  private final SalesSnapshot snapshot;
  private final PerformanceQueries performances;

  Onsales(SalesSnapshot snapshot, PerformanceQueries performances) {
    this.snapshot = snapshot;
    this.performances = performances;
  }

  /** The performance; an unknown one ends the request as a 404. */
  public ScheduledPerformance performance(PerformanceId id) {
    return performances.performance(id).orElseThrow(() -> SalesProblems.unknown(id));
  }

  /** The performance with its totals; an unknown one ends the request as a 404. */
  public PerformanceSales sales(PerformanceId id) {
    return performances.sales(id).orElseThrow(() -> SalesProblems.unknown(id));
  }

  /**
   * Whether a real sale opens within half an hour or has opened in the last half hour. A sale
   * without a time, open from when it was set, draws no crowd.
   */
  public boolean isOneNear(Instant now) {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    """
                    select exists (select 1 from sales.performance
                                   where not is_training and opens_at between ? and ?)
                    """)
                .param(Timestamp.from(now.minus(NEAR)))
                .param(Timestamp.from(now.plus(NEAR)))
                .query(Boolean.class)
                .single());
  }
}
