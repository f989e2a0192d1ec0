package org.counterfoil.eventstore.check;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * The places of one performance, kept in the most obvious way. Shares nothing with the state that
 * decisions are made on, or it would share its mistakes.
 */
final class PlaceBooks {

  private final Findings findings;
  private final HoldCounts counts;
  private final Map<AreaName, Integer> capacities = new HashMap<>();
  private final Map<SeatId, HoldId> seats = new HashMap<>();
  private final Map<AreaName, Integer> areas = new HashMap<>();
  private final Map<HoldId, LiveHold> live = new HashMap<>();
  private final Set<HoldId> known = new HashSet<>();
  private final Map<TicketId, IssuedTicket> tickets = new HashMap<>();
  private int lastTicket;
  private boolean isEnded;

  /** A hold that has not ended, and when it will by itself. */
  private record LiveHold(HoldPlaced placed, Instant expiresAt) {}

  /** Counted over all performances. */
  static final class HoldCounts {
    long placed;
    long sold;
    long released;
    long expired;
    long soldPlaces;
    Duration latestExpiry = Duration.ZERO;
  }

  PlaceBooks(Findings findings, HoldCounts counts) {
    this.findings = findings;
    this.counts = counts;
  }

  boolean isLive(HoldId hold) {
    return live.containsKey(hold);
  }

  int liveCount() {
    return live.size();
  }

  void open(PerformanceScheduled scheduled) {
    for (Area area : scheduled.areas()) {
      capacities.put(area.name(), area.capacity());
    }
  }

  /** It took place or was cancelled. */
  void end() {
    isEnded = true;
  }

  void apply(SeatHoldEvent event, Instant recordedAt) {
    boolean takes = event instanceof HoldPlaced || event instanceof HoldSold;
    findings.require(
        !isEnded || !takes,
        Invariant.NOTHING_AFTER_THE_END,
        () ->
            "Expected no sale after the end of performance %s, but there is hold %s"
                .formatted(event.performanceId(), event.holdId()));
    switch (event) {
      case HoldPlaced placed -> place(placed);
      case HoldExtended extended -> move(extended.holdId(), extended.expiresAt());
      case HoldOrdered ordered -> move(ordered.holdId(), ordered.expiresAt());
      case HoldSold sold -> sell(sold);
      case HoldReleased released -> {
        counts.released++;
        giveBack(end(released.holdId()));
      }
      case HoldExpired expired -> {
        counts.expired++;
        LiveHold ended = end(expired.holdId());
        giveBack(ended);
        noteLateness(ended, recordedAt);
      }
    }
  }

  private void place(HoldPlaced placed) {
    counts.placed++;
    findings.require(
        known.add(placed.holdId()),
        Invariant.HOLD_ENDS_ONCE,
        () -> "Expected a new hold, but %s was placed before".formatted(placed.holdId()));
    for (HeldSeat seat : placed.seats()) {
      HoldId holder = seats.put(seat.seatId(), placed.holdId());
      findings.require(
          holder == null,
          Invariant.SEAT_TAKEN_ONCE,
          () ->
              "Expected a free seat, but %s of performance %s is taken by %s and now by %s"
                  .formatted(seat.seatId(), placed.performanceId(), holder, placed.holdId()));
    }
    for (HeldArea area : placed.areas()) {
      int taken = areas.merge(area.area(), area.quantity(), Integer::sum);
      int capacity = capacities.getOrDefault(area.area(), 0);
      findings.require(
          taken <= capacity,
          Invariant.AREA_WITHIN_CAPACITY,
          () ->
              "Expected at most %d places taken in %s of performance %s, but there are %d"
                  .formatted(capacity, area.area(), placed.performanceId(), taken));
    }
    live.put(placed.holdId(), new LiveHold(placed, placed.expiresAt()));
  }

  private void move(HoldId hold, Instant expiresAt) {
    LiveHold found = live.get(hold);
    if (found == null) {
      findings.add(Invariant.HOLD_ENDS_ONCE, "Expected a live hold, but " + hold + " is none");
    } else {
      live.put(hold, new LiveHold(found.placed(), expiresAt));
    }
  }

  /** Sold places stay taken. */
  private void sell(HoldSold sold) {
    counts.sold++;
    counts.soldPlaces += sold.tickets().size();
    end(sold.holdId());
    for (IssuedTicket ticket : sold.tickets()) {
      lastTicket++;
      tickets.put(ticket.ticket().ticketId(), ticket);
      findings.require(
          ticket.ticketNumber() == lastTicket,
          Invariant.TICKETS_NUMBERED,
          () ->
              "Expected ticket %d of performance %s next, but it is %d"
                  .formatted(lastTicket, sold.performanceId(), ticket.ticketNumber()));
    }
  }

  /** A place is free again where the event says so; its ticket had it until now. */
  void apply(TicketsVoided voided) {
    for (VoidedTicket gone : voided.tickets()) {
      IssuedTicket issued = tickets.remove(gone.ticketId());
      boolean isTheSame =
          issued != null
              && issued.ticketNumber() == gone.ticketNumber()
              && Objects.equals(issued.ticket().seatId(), gone.seatId())
              && Objects.equals(issued.ticket().area(), gone.area());
      findings.require(
          isTheSame,
          Invariant.TICKET_VOID_AS_SAID,
          () ->
              "Expected a valid ticket %d of performance %s to become void, but it is none"
                  .formatted(gone.ticketNumber(), voided.performanceId()));
      if (isTheSame && voided.isBackOnSale()) {
        giveBack(gone);
      }
    }
  }

  private void giveBack(VoidedTicket gone) {
    if (gone.seatId() != null) {
      seats.remove(gone.seatId());
    }
    if (gone.area() != null) {
      areas.merge(gone.area(), -1, Integer::sum);
    }
  }

  private @Nullable LiveHold end(HoldId hold) {
    LiveHold ended = live.remove(hold);
    findings.require(
        ended != null,
        Invariant.HOLD_ENDS_ONCE,
        () -> "Expected a live hold to end, but %s is none".formatted(hold));
    return ended;
  }

  private void giveBack(@Nullable LiveHold ended) {
    if (ended == null) {
      return;
    }
    HoldPlaced placed = ended.placed();
    List<HeldSeat> held = placed.seats();
    held.forEach(seat -> seats.remove(seat.seatId(), placed.holdId()));
    placed.areas().forEach(area -> areas.merge(area.area(), -area.quantity(), Integer::sum));
  }

  private void noteLateness(@Nullable LiveHold ended, Instant recordedAt) {
    if (ended != null) {
      Duration late = Duration.between(ended.expiresAt(), recordedAt);
      counts.latestExpiry = late.compareTo(counts.latestExpiry) > 0 ? late : counts.latestExpiry;
    }
  }
}
