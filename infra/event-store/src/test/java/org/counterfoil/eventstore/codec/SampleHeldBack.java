package org.counterfoil.eventstore.codec;

import static org.counterfoil.eventstore.codec.SampleEvents.PERFORMANCE;
import static org.counterfoil.eventstore.codec.SampleEvents.PIT;
import static org.counterfoil.eventstore.codec.SampleEvents.STALLS;
import static org.counterfoil.eventstore.codec.SampleEvents.id;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.FreedPlaces;
import org.counterfoil.domain.heldback.HeldBackArea;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentCascaded;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeLifted;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesRevived;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HeldBackSeat;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListLeft;

/**
 * One of each event that holds places back or waits for them. A sample MUST NOT be changed once it
 * is approved.
 */
final class SampleHeldBack {

  private static final HeldBackId FIRST = new HeldBackId(id(30));
  private static final WaitingEntryId WAITING = new WaitingEntryId(id(32));
  private static final HoldCode HOUSE = new HoldCode("HOUSE-1");
  private static final Instant RETURNS_AT = Instant.parse("2026-12-01T08:00:00Z");
  private static final AllotmentTerms NEXT =
      new AllotmentTerms(new HeldBackId(id(31)), new SalesChannel("PARTNER"), null);
  private static final List<HeldBackSeat> SEATS =
      List.of(new HeldBackSeat(11, new SeatId("ORCH-A-12"), STALLS));
  private static final List<HeldBackArea> AREAS = List.of(new HeldBackArea(PIT, STALLS, 20));
  private static final List<FreedPlaces> FREED =
      List.of(new FreedPlaces(STALLS, null, 1), new FreedPlaces(STALLS, PIT, 18));

  private SampleHeldBack() {}

  static List<Event> all() {
    return List.of(
        new HoldCodeSet(PERFORMANCE, FIRST, HOUSE, HeldBackReason.HOUSE, SEATS, AREAS),
        new HoldCodeLifted(PERFORMANCE, FIRST, HOUSE, FREED),
        new PlacesKilled(PERFORMANCE, FIRST, HeldBackReason.OBSTRUCTED_VIEW, SEATS, AREAS),
        new PlacesRevived(PERFORMANCE, FIRST, FREED),
        new AllotmentMade(
            PERFORMANCE, FIRST, new SalesChannel("AGENT"), RETURNS_AT, List.of(NEXT), SEATS, AREAS),
        new AllotmentReturned(PERFORMANCE, FIRST, FREED),
        new AllotmentCascaded(PERFORMANCE, FIRST, NEXT, FREED),
        new WaitingListJoined(
            PERFORMANCE,
            WAITING,
            STALLS,
            2,
            new SalesChannel("WEB"),
            new BuyerMark("m".repeat(43))),
        new WaitingListLeft(PERFORMANCE, WAITING));
  }
}
