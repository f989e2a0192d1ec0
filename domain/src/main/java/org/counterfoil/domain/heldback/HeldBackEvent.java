package org.counterfoil.domain.heldback;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.jspecify.annotations.Nullable;

/** Places left general sale or came back to it. All stand in the performance's stream. */
public sealed interface HeldBackEvent extends Event {

  PerformanceId performanceId();

  HeldBackId heldBackId();

  /** Staff keep places off sale under a code, under which they may sell them. */
  @EventType(name = "hold-code.set", revision = 1)
  record HoldCodeSet(
      PerformanceId performanceId,
      HeldBackId heldBackId,
      HoldCode code,
      HeldBackReason reasonCode,
      List<HeldBackSeat> seats,
      List<HeldBackArea> areas)
      implements HeldBackEvent {
    public HoldCodeSet {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
    }
  }

  /**
   * What was kept under a code is on general sale again.
   *
   * @param freed its places that were free then
   */
  @EventType(name = "hold-code.lifted", revision = 1)
  record HoldCodeLifted(
      PerformanceId performanceId, HeldBackId heldBackId, HoldCode code, List<FreedPlaces> freed)
      implements HeldBackEvent {
    public HoldCodeLifted {
      freed = List.copyOf(freed);
    }
  }

  /** Places that nobody may sell. */
  @EventType(name = "places.killed", revision = 1)
  record PlacesKilled(
      PerformanceId performanceId,
      HeldBackId heldBackId,
      HeldBackReason reasonCode,
      List<HeldBackSeat> seats,
      List<HeldBackArea> areas)
      implements HeldBackEvent {
    public PlacesKilled {
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
    }
  }

  /** Killed places are on general sale again. */
  @EventType(name = "places.revived", revision = 1)
  record PlacesRevived(PerformanceId performanceId, HeldBackId heldBackId, List<FreedPlaces> freed)
      implements HeldBackEvent {
    public PlacesRevived {
      freed = List.copyOf(freed);
    }
  }

  /**
   * Places are given to a sales channel.
   *
   * @param returnsAt when the unsold ones return; missing for never
   * @param cascade to whom they go then, one after another; general sale at the end
   */
  @EventType(name = "allotment.made", revision = 1)
  record AllotmentMade(
      PerformanceId performanceId,
      HeldBackId heldBackId,
      SalesChannel channel,
      @Nullable Instant returnsAt,
      List<AllotmentTerms> cascade,
      List<HeldBackSeat> seats,
      List<HeldBackArea> areas)
      implements HeldBackEvent {
    public AllotmentMade {
      cascade = List.copyOf(cascade);
      seats = List.copyOf(seats);
      areas = List.copyOf(areas);
    }
  }

  /**
   * The unsold places of an allotment are on general sale again; those held at that moment come
   * there if their hold ends unsold.
   *
   * @param freed its places that were free then
   */
  @EventType(name = "allotment.returned", revision = 1)
  record AllotmentReturned(
      PerformanceId performanceId, HeldBackId heldBackId, List<FreedPlaces> freed)
      implements HeldBackEvent {
    public AllotmentReturned {
      freed = List.copyOf(freed);
    }
  }

  /**
   * The unsold places of an allotment went to the next one; those held at that moment go there if
   * their hold ends unsold.
   *
   * @param next the terms in force from now on
   */
  @EventType(name = "allotment.cascaded", revision = 1)
  record AllotmentCascaded(
      PerformanceId performanceId,
      HeldBackId heldBackId,
      AllotmentTerms next,
      List<FreedPlaces> moved)
      implements HeldBackEvent {
    public AllotmentCascaded {
      moved = List.copyOf(moved);
    }
  }
}
