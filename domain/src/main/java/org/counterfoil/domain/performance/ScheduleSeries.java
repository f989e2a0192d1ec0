package org.counterfoil.domain.performance;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;

/**
 * Schedules several showings in one venue, all or none.
 *
 * @param performances at least one, of one production, in one venue
 */
public record ScheduleSeries(List<SchedulePerformance> performances) implements Command {

  public ScheduleSeries {
    performances = List.copyOf(performances);
    long venues = performances.stream().map(SchedulePerformance::venueId).distinct().count();
    if (venues != 1) {
      throw new IllegalArgumentException("Expected one venue, but there are " + venues);
    }
  }

  /** The venue's, as for each of them. */
  @Override
  public UUID laneKey() {
    return performances.getFirst().laneKey();
  }

  /** Whether two of them take the venue at the same time. */
  public boolean overlapsItself() {
    for (int i = 0; i < performances.size(); i++) {
      for (int j = 0; j < i; j++) {
        SchedulePerformance one = performances.get(i);
        SchedulePerformance other = performances.get(j);
        if (one.startsAt().isBefore(other.effectiveEnd())
            && other.startsAt().isBefore(one.effectiveEnd())) {
          return true;
        }
      }
    }
    return false;
  }
}
