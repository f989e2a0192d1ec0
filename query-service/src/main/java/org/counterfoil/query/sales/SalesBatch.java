package org.counterfoil.query.sales;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.jspecify.annotations.Nullable;

/**
 * Many seat-hold events taken together, so that a performance, a zone or a hold is written once per
 * batch however often it changed.
 */
final class SalesBatch {

  private final Map<UUID, PerformanceChange> performances = new TreeMap<>();
  private final Map<UUID, HoldRow> holds = new LinkedHashMap<>();
  private final Set<UUID> known;
  private final HeldBackBook book;
  private final List<TicketRow> tickets = new ArrayList<>();

  /**
   * Begins a batch.
   *
   * @param known the holds placed before this batch that its events name
   * @param book what is held back among their places
   */
  SalesBatch(Map<UUID, HoldRow> known, HeldBackBook book) {
    this.book = book;
    this.known = Set.copyOf(known.keySet());
    holds.putAll(known);
  }

  /** The hold that an event goes on with; null where the event is its first. */
  static @Nullable UUID continued(SeatHoldEvent event) {
    return event instanceof HoldPlaced ? null : event.holdId().value();
  }

  void add(SeatHoldEvent event, Moment when) {
    PerformanceChange change =
        performances.computeIfAbsent(
            event.performanceId().value(), id -> new PerformanceChange(id, book, when));
    change.last = when;
    switch (event) {
      case HoldPlaced placed -> place(HoldRow.of(placed, when), change);
      case HoldExtended extended -> {
        HoldRow hold = hold(extended.holdId());
        put(hold.until(extended.expiresAt(), hold.orderId()));
      }
      case HoldOrdered ordered ->
          put(hold(ordered.holdId()).until(ordered.expiresAt(), ordered.orderId().value()));
      case HoldSold sold -> sell(sold, change, when);
      case HoldReleased released ->
          free(hold(released.holdId()), HoldStatus.RELEASED, change, when);
      case HoldExpired expired -> free(hold(expired.holdId()), HoldStatus.EXPIRED, change, when);
    }
  }

  Iterable<PerformanceChange> performances() {
    return performances.values();
  }

  List<HoldRow> newHolds() {
    return holds.values().stream().filter(hold -> !known.contains(hold.holdId())).toList();
  }

  List<HoldRow> changedHolds() {
    return holds.values().stream().filter(hold -> known.contains(hold.holdId())).toList();
  }

  List<TicketRow> tickets() {
    return tickets;
  }

  private void place(HoldRow hold, PerformanceChange change) {
    put(hold);
    change.take(hold);
  }

  private void sell(HoldSold sold, PerformanceChange change, Moment when) {
    HoldRow hold = hold(sold.holdId());
    UUID order = sold.orderId().value();
    put(hold.ended(HoldStatus.SOLD, order, when));
    change.sold(hold);
    for (var issued : sold.tickets()) {
      TicketRow ticket = TicketRow.of(issued, hold, order, when);
      tickets.add(ticket);
      change.sell(ticket);
    }
  }

  private void free(HoldRow hold, HoldStatus how, PerformanceChange change, Moment when) {
    put(hold.ended(how, hold.orderId(), when));
    change.free(hold);
  }

  private void put(HoldRow hold) {
    holds.put(hold.holdId(), hold);
  }

  private HoldRow hold(HoldId id) {
    HoldRow hold = holds.get(id.value());
    if (hold == null) {
      throw new IllegalStateException("Expected hold " + id + " to be placed, but it never was");
    }
    return hold;
  }
}
