package org.counterfoil.eventstore.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads a performance's stream and checks at every hold that it left no single seat alone where
 * another choice existed. The log does not say whether a buyer or the house chose, so that somebody
 * must who knows; where the performance refuses orphan seats, all holds are looked at. It shares
 * nothing with the search that it checks.
 *
 * <p>It complains only of what cannot be right: a seat whose hold is over counts as free where that
 * saves a choice, and as taken where it would have been a better one. Parties that found no block
 * are not looked at, and nothing is once places are held back, for it does not know for whom.
 */
public final class OrphanCheck {

  private static final int PAGE = 2_000;

  private final SeatingPlans plans;
  private final Predicate<HoldId> isChosenByTheHouse;
  private final Findings findings = new Findings();
  private final Map<HoldId, LiveHold> live = new HashMap<>();
  private @Nullable NaiveHouse house;
  private boolean areAllLookedAt;
  private boolean isBlind;
  private long judged;
  private long orphans;

  OrphanCheck(SeatingPlans plans, Predicate<HoldId> isChosenByTheHouse) {
    this.plans = plans;
    this.isChosenByTheHouse = isChosenByTheHouse;
  }

  private record LiveHold(List<HeldSeat> seats, Instant expiresAt) {}

  /**
   * What was found.
   *
   * @param judged holds that were looked at
   * @param orphans of which so many left a seat alone, because there was no other choice or against
   *     the rule
   * @param findingCount how many broke the rule
   * @param findings the first hundred of those
   */
  public record OrphanReport(long judged, long orphans, long findingCount, List<Finding> findings) {

    public OrphanReport {
      findings = List.copyOf(findings);
    }
  }

  /** Checks a performance, as far as its stream goes. */
  public static OrphanReport of(
      EventLog log,
      PerformanceId performance,
      SeatingPlans plans,
      Predicate<HoldId> isChosenByTheHouse) {
    OrphanCheck check = new OrphanCheck(plans, isChosenByTheHouse);
    long next = 0;
    List<RecordedEvent> page = log.readStream(performance.value(), next, PAGE);
    while (!page.isEmpty()) {
      page.forEach(check::accept);
      next += page.size();
      page = log.readStream(performance.value(), next, PAGE);
    }
    return check.report();
  }

  OrphanReport report() {
    return new OrphanReport(judged, orphans, findings.count(), findings.first());
  }

  /** Looks at the next event of the performance's stream. */
  void accept(RecordedEvent recorded) {
    findings.at(recorded.position());
    Envelope envelope = recorded.envelope();
    Event event = envelope.payload();
    if (event instanceof PerformanceScheduled scheduled) {
      house = new NaiveHouse(plans.byHash(scheduled.planHash()));
      areAllLookedAt = scheduled.rules().refuseOrphanSeats();
    } else if (event instanceof AccessiblePlacesReleased && house != null) {
      house.releaseAccessiblePlaces();
    } else if (event instanceof HeldBackEvent) {
      isBlind = true;
    } else if (event instanceof TicketsVoided voided && house != null) {
      giveBack(voided, house);
    } else if (event instanceof SeatHoldEvent step && house != null) {
      apply(step, house, envelope.recordedAt());
    }
  }

  private static void giveBack(TicketsVoided voided, NaiveHouse inHouse) {
    for (VoidedTicket ticket : voided.tickets()) {
      if (ticket.seatIndex() != null && voided.isBackOnSale()) {
        inHouse.giveBack(ticket.seatIndex());
      }
    }
  }

  private void apply(SeatHoldEvent event, NaiveHouse inHouse, Instant at) {
    switch (event) {
      case HoldPlaced placed -> place(placed, inHouse, at);
      case HoldExtended extended -> move(extended.holdId(), extended.expiresAt());
      case HoldOrdered ordered -> move(ordered.holdId(), ordered.expiresAt());
      case HoldSold sold -> live.remove(sold.holdId());
      case HoldReleased released -> giveBack(released.holdId(), inHouse);
      case HoldExpired expired -> giveBack(expired.holdId(), inHouse);
    }
  }

  private void place(HoldPlaced placed, NaiveHouse inHouse, Instant at) {
    boolean byHouse = isChosenByTheHouse.test(placed.holdId());
    int[] seats = placed.seats().stream().mapToInt(HeldSeat::index).sorted().toArray();
    if (!isBlind && seats.length > 0 && (byHouse ? inHouse.isBlock(seats) : areAllLookedAt)) {
      judge(placed, seats, inHouse, at);
    }
    for (int seat : seats) {
      inHouse.take(seat);
    }
    live.put(placed.holdId(), new LiveHold(placed.seats(), placed.expiresAt()));
  }

  private void judge(HoldPlaced placed, int[] seats, NaiveHouse inHouse, Instant at) {
    judged++;
    int orphan = inHouse.orphanLeftBy(seats);
    if (orphan < 0) {
      return;
    }
    live.values().stream()
        .filter(hold -> !at.isBefore(hold.expiresAt()))
        .forEach(hold -> hold.seats().forEach(seat -> inHouse.giveBack(seat.index())));
    boolean isLeft = inHouse.orphanLeftBy(seats) >= 0;
    live.values().stream()
        .filter(hold -> !at.isBefore(hold.expiresAt()))
        .forEach(hold -> hold.seats().forEach(seat -> inHouse.take(seat.index())));
    orphans += isLeft ? 1 : 0;
    findings.require(
        !isLeft || !inHouse.hasBlockWithoutOrphan(inHouse.zoneOf(orphan), seats.length),
        Invariant.ORPHAN_SEATS_AVOIDED,
        () ->
            "Expected no single seat to be left where another choice existed, but %s left %s alone"
                .formatted(placed.holdId(), inHouse.nameOf(orphan)));
  }

  private void move(HoldId hold, Instant expiresAt) {
    live.computeIfPresent(hold, (id, found) -> new LiveHold(found.seats(), expiresAt));
  }

  private void giveBack(HoldId hold, NaiveHouse inHouse) {
    LiveHold ended = live.remove(hold);
    if (ended != null) {
      ended.seats().forEach(seat -> inHouse.giveBack(seat.index()));
    }
  }
}
