package org.counterfoil.domain.heldback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnAllotment;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.Keeper.Grip;
import org.counterfoil.domain.performance.SalesChannel;
import org.jspecify.annotations.Nullable;

/** Decides about allotments: to whom, until when, and where the unsold places go. */
final class Allotments {

  private final House house;
  private final Instant now;

  Allotments(House house, Instant now) {
    this.house = house;
    this.now = now;
  }

  /** Each step of a cascade begins when the one before it ends, and has a channel of its own. */
  static @Nullable Decision<HeldBackEvent> refuseTerms(List<AllotmentTerms> terms, Instant now) {
    if (!terms.stream().allMatch(step -> Horizon.includes(step.returnsAt(), now))) {
      return Decision.reject(
          HeldBackRejection.TIME_OUT_OF_RANGE,
          "Expected times within a century from now, but one is not");
    }
    Instant first = terms.getFirst().returnsAt();
    if (first != null && !first.isAfter(now)) {
      return Decision.reject(
          HeldBackRejection.RETURNS_IN_THE_PAST,
          "Expected a return in the future, but it is " + first);
    }
    Set<SalesChannel> channels = new HashSet<>();
    for (AllotmentTerms step : terms) {
      if (!channels.add(step.channel())) {
        return Decision.reject(
            HeldBackRejection.CASCADE_CHANNEL_REPEATED,
            "Expected each channel once in a cascade, but " + step.channel() + " repeats");
      }
    }
    for (int step = 1; step < terms.size(); step++) {
      if (!isAfter(terms.get(step).returnsAt(), terms.get(step - 1).returnsAt())) {
        return Decision.reject(
            HeldBackRejection.CASCADE_OUT_OF_ORDER,
            "Expected each step of a cascade to return after the one before it, but "
                + terms.get(step).channel()
                + " does not");
      }
    }
    return null;
  }

  /** Missing means never: after every time, and nothing comes after it. */
  private static boolean isAfter(@Nullable Instant later, @Nullable Instant earlier) {
    return earlier != null && (later == null || later.isAfter(earlier));
  }

  Decision<HeldBackEvent> giveBack(ReturnAllotment early) {
    Keeper keeper = house.heldBack().keeper(early.heldBackId());
    if (keeper == null || !(keeper.grip() instanceof Grip.Allotted allotted)) {
      return Decision.reject(
          HeldBackRejection.UNKNOWN_ALLOTMENT,
          "Expected an allotment, but there is none with id " + early.heldBackId());
    }
    return keeper.isOpen()
        ? Decision.accept(end(keeper, allotted, isOver()))
        : Decision.accept(); // it has returned already
  }

  /** Ends every allotment whose time has come; one that cascades may be due at once again. */
  Decision<HeldBackEvent> returnDue() {
    List<HeldBackEvent> events = new ArrayList<>();
    for (Keeper keeper : house.heldBack().keepers()) {
      if (keeper.isDueAt(now) && keeper.grip() instanceof Grip.Allotted allotted) {
        events.addAll(end(keeper, allotted, isOver()));
      }
    }
    return Decision.accept(events);
  }

  private boolean isOver() {
    return house.performance().isOverAt(now);
  }

  /** After the performance nothing cascades any more. */
  private List<HeldBackEvent> end(Keeper keeper, Grip.Allotted allotted, boolean isOver) {
    var performance = house.performance().id();
    List<FreedPlaces> free = Freed.by(keeper, house);
    List<HeldBackEvent> events = new ArrayList<>();
    HeldBackId current = keeper.id();
    for (AllotmentTerms next : isOver ? List.<AllotmentTerms>of() : allotted.cascade()) {
      events.add(new AllotmentCascaded(performance, current, next, free));
      current = next.heldBackId();
      Instant returnsAt = next.returnsAt();
      if (returnsAt == null || now.isBefore(returnsAt)) {
        return events;
      }
    }
    events.add(new AllotmentReturned(performance, current, free));
    return events;
  }
}
