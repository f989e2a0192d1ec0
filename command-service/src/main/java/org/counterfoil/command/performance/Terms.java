package org.counterfoil.command.performance;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Reads the terms of a performance as they are now. */
final class Terms {

  /**
   * The terms in force.
   *
   * @param position of the event that set them last
   */
  record InForce(
      PerformanceScheduled scheduled,
      PriceList priceList,
      int priceListVersion,
      @Nullable OnsaleSet onsale,
      @Nullable Presale presale,
      List<PriceQuota> quotas,
      @Nullable WaitingRoomTerms waitingRoom,
      Instant startsAt,
      Instant endsAt,
      PerformanceStage stage,
      long position) {}

  private final EventLog log;

  Terms(EventLog log) {
    this.log = log;
  }

  /** The terms; an unknown performance ends the request as a 404. */
  InForce now(PerformanceId id) {
    List<RecordedEvent> recorded = log.readTerms(id.value());
    if (recorded.isEmpty()) {
      throw Problem.refused(
              PerformanceRejection.UNKNOWN_PERFORMANCE,
              "Expected a known performance, but there is none with id " + id)
          .exception();
    }
    PerformanceScheduled scheduled =
        (PerformanceScheduled) recorded.getFirst().envelope().payload();
    PriceList prices = scheduled.priceList();
    int version = 1;
    OnsaleSet onsale = null;
    Presale presale = null;
    List<PriceQuota> quotas = List.of();
    WaitingRoomTerms waitingRoom = null;
    Instant startsAt = scheduled.startsAt();
    Instant endsAt = scheduled.endsAt();
    PerformanceStage stage = PerformanceStage.SCHEDULED;
    for (RecordedEvent each : recorded) {
      switch (each.envelope().payload()) {
        case PerformanceScheduled first -> prices = first.priceList();
        case PriceListChanged changed -> {
          prices = changed.priceList();
          version = changed.version();
        }
        case OnsaleSet set -> onsale = set;
        case PresaleSet set -> presale = set.presale().codes().isEmpty() ? null : set.presale();
        case QuotasSet set -> quotas = set.quotas();
        case WaitingRoomSet set -> waitingRoom = set.terms();
        case PerformanceRescheduled moved -> {
          startsAt = moved.startsAt();
          endsAt = moved.endsAt();
        }
        case PerformanceCompleted completed -> stage = PerformanceStage.COMPLETED;
        case PerformanceCancelled cancelled -> stage = PerformanceStage.CANCELLED;
        default -> {} // says nothing about prices or when the sale is open
      }
    }
    return new InForce(
        scheduled,
        prices,
        version,
        onsale,
        presale,
        quotas,
        waitingRoom,
        startsAt,
        endsAt,
        stage,
        recorded.getLast().position());
  }
}
