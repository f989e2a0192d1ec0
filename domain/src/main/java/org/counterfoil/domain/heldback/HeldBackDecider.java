package org.counterfoil.domain.heldback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.heldback.HeldBackCommand.KillPlaces;
import org.counterfoil.domain.heldback.HeldBackCommand.LiftHoldCode;
import org.counterfoil.domain.heldback.HeldBackCommand.MakeAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnDueAllotments;
import org.counterfoil.domain.heldback.HeldBackCommand.RevivePlaces;
import org.counterfoil.domain.heldback.HeldBackCommand.SetHoldCode;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesRevived;
import org.counterfoil.domain.heldback.Keeper.Grip;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is kept off general sale, inside the performance's consistency boundary: only free
 * places can be held back, and whoever may take one is decided with the hold that asks for it.
 */
public final class HeldBackDecider implements Decider<HeldBackCommand, House, HeldBackEvent> {

  @Override
  public Decision<HeldBackEvent> decide(HeldBackCommand command, House state, Instant now) {
    if (!state.performance().exists()) {
      return Decision.reject(
          HeldBackRejection.UNKNOWN_PERFORMANCE,
          "Expected a performance, but there is none with id " + command.performanceId());
    }
    Allotments allotments = new Allotments(state, now);
    return switch (command) {
      case SetHoldCode set -> hold(set, state, now);
      case LiftHoldCode lift -> lift(lift, state);
      case KillPlaces kill -> kill(kill, state, now);
      case RevivePlaces revive -> revive(revive, state);
      case MakeAllotment make -> make(make, state, now);
      case ReturnAllotment early -> allotments.giveBack(early);
      case ReturnDueAllotments due -> allotments.returnDue();
    };
  }

  private static Decision<HeldBackEvent> hold(SetHoldCode set, House state, Instant now) {
    PlaceChoice choice = new PlaceChoice(state);
    Decision<HeldBackEvent> refusal =
        first(choice.choose(set.places()), refuse(set.heldBackId(), state, now));
    return refusal == null
        ? Decision.accept(
            new HoldCodeSet(
                set.performanceId(),
                set.heldBackId(),
                set.code(),
                set.reasonCode(),
                choice.seats(),
                choice.areas()))
        : refusal;
  }

  private static Decision<HeldBackEvent> kill(KillPlaces kill, House state, Instant now) {
    PlaceChoice choice = new PlaceChoice(state);
    Decision<HeldBackEvent> refusal =
        first(choice.choose(kill.places()), refuse(kill.heldBackId(), state, now));
    return refusal == null
        ? Decision.accept(
            new PlacesKilled(
                kill.performanceId(),
                kill.heldBackId(),
                kill.reasonCode(),
                choice.seats(),
                choice.areas()))
        : refusal;
  }

  private static Decision<HeldBackEvent> make(MakeAllotment make, House state, Instant now) {
    PlaceChoice choice = new PlaceChoice(state);
    Decision<HeldBackEvent> refusal =
        first(choice.choose(make.places()), Allotments.refuseTerms(make.terms(), now));
    for (AllotmentTerms step : make.terms()) {
      refusal = first(refusal, refuse(step.heldBackId(), state, now));
    }
    AllotmentTerms terms = make.terms().getFirst();
    return refusal == null
        ? Decision.accept(
            new AllotmentMade(
                make.performanceId(),
                terms.heldBackId(),
                terms.channel(),
                terms.returnsAt(),
                make.terms().subList(1, make.terms().size()),
                choice.seats(),
                choice.areas()))
        : refusal;
  }

  /** Of two refusals the one that takes precedence; null for none. */
  private static @Nullable Decision<HeldBackEvent> first(
      @Nullable Decision<HeldBackEvent> one, @Nullable Decision<HeldBackEvent> other) {
    if (one instanceof Decision.Rejected<HeldBackEvent> a
        && other instanceof Decision.Rejected<HeldBackEvent> b) {
      return a.code().ordinal() <= b.code().ordinal() ? a : b;
    }
    return one == null ? other : one;
  }

  private static @Nullable Decision<HeldBackEvent> refuse(HeldBackId id, House state, Instant now) {
    if (state.heldBack().keeper(id) != null) {
      return Decision.reject(
          HeldBackRejection.HELD_BACK_EXISTS, "Expected a new id, but " + id + " is used");
    }
    if (state.performance().isOverAt(now)) {
      return Decision.reject(
          HeldBackRejection.PERFORMANCE_OVER, "Expected a performance that is not over, but it is");
    }
    return null;
  }

  private static Decision<HeldBackEvent> lift(LiftHoldCode lift, House state) {
    List<HeldBackEvent> events = new ArrayList<>();
    boolean isKnown = false;
    for (Keeper keeper : state.heldBack().keepers()) {
      if (keeper.grip() instanceof Grip.UnderCode under && under.code().equals(lift.code())) {
        isKnown = true;
        if (keeper.isOpen()) {
          events.add(
              new HoldCodeLifted(
                  lift.performanceId(), keeper.id(), under.code(), Freed.by(keeper, state)));
        }
      }
    }
    return isKnown
        ? Decision.accept(events)
        : Decision.reject(
            HeldBackRejection.UNKNOWN_HOLD_CODE,
            "Expected a hold code of the performance, but \"" + lift.code() + "\" is none");
  }

  private static Decision<HeldBackEvent> revive(RevivePlaces revive, House state) {
    Keeper keeper = state.heldBack().keeper(revive.heldBackId());
    if (keeper == null || !(keeper.grip() instanceof Grip.Killed)) {
      return Decision.reject(
          HeldBackRejection.UNKNOWN_KILL,
          "Expected killed places, but there are none with id " + revive.heldBackId());
    }
    return keeper.isOpen()
        ? Decision.accept(
            new PlacesRevived(revive.performanceId(), keeper.id(), Freed.by(keeper, state)))
        : Decision.accept(); // they live already
  }

  @Override
  public void evolve(House state, HeldBackEvent event) {
    switch (event) {
      case HoldCodeSet set ->
          begin(
              state,
              new Keeper(set.heldBackId(), new Grip.UnderCode(set.code(), set.reasonCode())),
              set.seats(),
              set.areas());
      case PlacesKilled killed ->
          begin(
              state,
              new Keeper(killed.heldBackId(), new Grip.Killed(killed.reasonCode())),
              killed.seats(),
              killed.areas());
      case AllotmentMade made ->
          begin(
              state,
              new Keeper(
                  made.heldBackId(),
                  new Grip.Allotted(made.channel(), made.returnsAt(), made.cascade())),
              made.seats(),
              made.areas());
      case AllotmentCascaded cascaded -> cascade(state, cascaded);
      case HoldCodeLifted lifted -> state.heldBack().end(lifted.heldBackId());
      case PlacesRevived revived -> state.heldBack().end(revived.heldBackId());
      case AllotmentReturned returned -> state.heldBack().end(returned.heldBackId());
    }
  }

  private static void begin(
      House state, Keeper keeper, List<HeldBackSeat> seats, List<HeldBackArea> areas) {
    state.heldBack().begin(keeper, seats, areas, state.performance().plan().seatCount());
  }

  private static void cascade(House state, AllotmentCascaded cascaded) {
    Keeper keeper = state.heldBack().keeper(cascaded.heldBackId());
    if (keeper == null || !(keeper.grip() instanceof Grip.Allotted allotted)) {
      throw new IllegalStateException(
          "Expected an allotment to cascade, but " + cascaded.heldBackId() + " is none");
    }
    AllotmentTerms next = cascaded.next();
    List<AllotmentTerms> rest = allotted.cascade().subList(1, allotted.cascade().size());
    state
        .heldBack()
        .cascade(
            keeper.id(),
            new Keeper(
                next.heldBackId(), new Grip.Allotted(next.channel(), next.returnsAt(), rest)));
  }
}
