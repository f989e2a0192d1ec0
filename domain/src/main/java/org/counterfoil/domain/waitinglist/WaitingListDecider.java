package org.counterfoil.domain.waitinglist;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.SaleOpening;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.waitinglist.WaitingListCommand.JoinWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListCommand.LeaveWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * Decides who waits. The list is for what cannot be had: a wish that could be fulfilled is sent to
 * buy. No more is waited for than a zone has, so that nobody fills the list for others.
 */
public final class WaitingListDecider
    implements Decider<WaitingListCommand, Demand, WaitingListEvent> {

  @Override
  public Decision<WaitingListEvent> decide(WaitingListCommand command, Demand state, Instant now) {
    if (!state.performance().exists()) {
      return Decision.reject(
          WaitingListRejection.UNKNOWN_PERFORMANCE,
          "Expected a performance, but there is none with id " + command.performanceId());
    }
    return switch (command) {
      case JoinWaitingList join -> join(join, state, now);
      case LeaveWaitingList leave -> leave(leave, state);
    };
  }

  private static Decision<WaitingListEvent> join(JoinWaitingList join, Demand state, Instant now) {
    Decision<WaitingListEvent> refusal = refuseSenseless(join, state);
    refusal = refusal == null ? refuseByRules(join, state, now) : refusal;
    return refusal == null
        ? Decision.accept(
            new WaitingListJoined(
                join.performanceId(),
                join.entryId(),
                join.zone(),
                join.quantity(),
                join.caller().channel(),
                join.buyer()))
        : refusal;
  }

  private static @Nullable Decision<WaitingListEvent> refuseSenseless(
      JoinWaitingList join, Demand state) {
    if (capacity(join, state) < 0) {
      return Decision.reject(
          WaitingListRejection.UNKNOWN_ZONE,
          "Expected a zone of the seating plan, but \"" + join.zone() + "\" is none");
    }
    if (join.quantity() < 1) {
      return Decision.reject(
          WaitingListRejection.NOTHING_ASKED,
          "Expected a quantity of at least 1, but it is " + join.quantity());
    }
    if (state.list().isWaiting(join.entryId()) || state.list().hasEnded(join.entryId())) {
      return Decision.reject(
          WaitingListRejection.WAITING_LIST_ENTRY_EXISTS,
          "Expected a new entry, but " + join.entryId() + " exists");
    }
    return null;
  }

  private static @Nullable Decision<WaitingListEvent> refuseByRules(
      JoinWaitingList join, Demand state, Instant now) {
    boolean isOver = state.performance().isOverAt(now);
    if (isOver || state.performance().openingFor(join.caller(), null, now) != SaleOpening.OPEN) {
      return Decision.reject(
          WaitingListRejection.ONSALE_NOT_OPEN,
          "Expected the sale to be open, but it is not open for channel "
              + join.caller().channel()
              + " at "
              + now);
    }
    int limit = state.performance().rules().maxSeatsPerHold();
    if (join.quantity() > limit && !join.caller().isStaff()) {
      return Decision.reject(
          WaitingListRejection.HOLD_LIMIT_REACHED,
          "Expected at most " + limit + " places in a hold, but " + join.quantity() + " are asked");
    }
    long taken = join.buyer() == null ? 0 : takenOrAwaited(join.buyer(), state, now);
    int perBuyer = state.performance().rules().maxSeatsPerBuyer();
    if (join.buyer() != null && taken + join.quantity() > perBuyer) {
      return Decision.reject(
          WaitingListRejection.HOLD_LIMIT_REACHED,
          "Expected at most %d places for a buyer, but it has or waits for %d and %d more are asked"
              .formatted(perBuyer, taken, join.quantity()));
    }
    if (state.supply().has(join.zone(), join.quantity())) {
      return Decision.reject(
          WaitingListRejection.PLACES_AVAILABLE,
          "Expected a wish that cannot be fulfilled now, but there are "
              + join.quantity()
              + " places in \""
              + join.zone()
              + "\"");
    }
    if (state.list().placesAwaited(join.zone()) + join.quantity() > capacity(join, state)) {
      return Decision.reject(
          WaitingListRejection.WAITING_LIST_FULL,
          "Expected no more to be waited for than \"" + join.zone() + "\" has, but it would be");
    }
    return null;
  }

  private static long takenOrAwaited(BuyerMark buyer, Demand state, Instant now) {
    return state.supply().takenBy(buyer, now) + state.list().placesAwaitedBy(buyer);
  }

  /** How many places the zone has; -1 where there is no such zone. */
  private static int capacity(JoinWaitingList join, Demand state) {
    return state.performance().plan().zoneCapacities().stream()
        .filter(zone -> zone.zone().equals(join.zone()))
        .mapToInt(ZoneCapacity::capacity)
        .findFirst()
        .orElse(-1);
  }

  private static Decision<WaitingListEvent> leave(LeaveWaitingList leave, Demand state) {
    if (state.list().isWaiting(leave.entryId())) {
      return Decision.accept(new WaitingListLeft(leave.performanceId(), leave.entryId()));
    }
    if (!state.list().hasEnded(leave.entryId())) {
      return Decision.reject(
          WaitingListRejection.UNKNOWN_WAITING_LIST_ENTRY,
          "Expected an entry of the waiting list, but there is none with id " + leave.entryId());
    }
    return Decision.accept(); // it waits no more; an offer is given back as the hold that it is
  }

  @Override
  public void evolve(Demand state, WaitingListEvent event) {
    switch (event) {
      case WaitingListJoined joined ->
          state
              .list()
              .join(
                  new Waiting(
                      joined.entryId(),
                      joined.zone(),
                      joined.quantity(),
                      joined.channel(),
                      joined.buyer()));
      case WaitingListLeft left -> state.list().end(left.entryId());
    }
  }
}
