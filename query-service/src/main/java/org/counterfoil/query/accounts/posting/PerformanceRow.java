package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.counterfoil.domain.accounting.PerformanceBooks;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seating.Area;

/**
 * A performance and its books.
 *
 * @param places how many can be sold
 * @param startDay where it takes place
 */
public record PerformanceRow(
    UUID performanceId,
    UUID organisationId,
    UUID productionId,
    String title,
    String venueName,
    int seatCount,
    long places,
    Instant startsAt,
    Instant endsAt,
    String timeZone,
    LocalDate startDay,
    boolean isTraining,
    PerformanceBooks books) {

  static PerformanceRow of(PerformanceScheduled scheduled) {
    return new PerformanceRow(
        scheduled.performanceId().value(),
        scheduled.organisationId().value(),
        scheduled.productionId().value(),
        scheduled.title().value(),
        scheduled.venueName().value(),
        scheduled.seatCount(),
        scheduled.seatCount() + scheduled.areas().stream().mapToLong(Area::capacity).sum(),
        scheduled.startsAt(),
        scheduled.endsAt(),
        scheduled.timeZone().getId(),
        LocalDate.ofInstant(scheduled.startsAt(), scheduled.timeZone()),
        scheduled.isTraining(),
        PerformanceBooks.SCHEDULED);
  }

  /** With another beginning and end. */
  public PerformanceRow movedTo(Instant newStart, Instant newEnd) {
    return new PerformanceRow(
        performanceId,
        organisationId,
        productionId,
        title,
        venueName,
        seatCount,
        places,
        newStart,
        newEnd,
        timeZone,
        LocalDate.ofInstant(newStart, ZoneId.of(timeZone)),
        isTraining,
        books);
  }

  PerformanceRow with(PerformanceBooks next) {
    return new PerformanceRow(
        performanceId,
        organisationId,
        productionId,
        title,
        venueName,
        seatCount,
        places,
        startsAt,
        endsAt,
        timeZone,
        startDay,
        isTraining,
        next);
  }
}
