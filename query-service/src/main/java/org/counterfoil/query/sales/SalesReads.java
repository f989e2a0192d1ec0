package org.counterfoil.query.sales;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.query.live.AsOf;
import org.counterfoil.query.live.ReadPosition;

/** Waits until the rows of sales are as new as a caller asks. */
final class SalesReads {

  private final ReadPosition position;
  private final PerformanceQueries performances;

  SalesReads(ReadPosition position, PerformanceQueries performances) {
    this.position = position;
    this.performances = performances;
  }

  /** The position reflected by what is read from now on about a performance. */
  long reached(PerformanceId id, MinPosition min, AsOf asOf) {
    return position.await(bound(min, asOf), List.of(id.toString()));
  }

  long reached(PerformanceId id, MinPosition min) {
    return reached(id, min, new AsOf.Now());
  }

  /**
   * The same about an organisation: its own key, its performances', and those nobody knows, which
   * may be its own.
   */
  long reached(OrganisationId id, MinPosition min, AsOf asOf) {
    return position.await(
        bound(min, asOf),
        parked ->
            parked.contains(id.toString())
                ? parked
                : performances
                    .concerning(id, parked.stream().map(UUID::fromString).toList())
                    .stream()
                    .map(UUID::toString)
                    .toList());
  }

  long reached(OrganisationId id, MinPosition min) {
    return reached(id, min, new AsOf.Now());
  }

  /** A past position must have been reached as well. */
  private static long bound(MinPosition min, AsOf asOf) {
    return asOf instanceof AsOf.Position past ? Math.max(min.value(), past.value()) : min.value();
  }
}
