package org.counterfoil.domain.heldback;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.AreaName;
import org.jspecify.annotations.Nullable;

/** One hold code's, kill's or allotment's grip on places, while it lasts. */
public final class Keeper {

  /** What kind of grip it is. */
  public sealed interface Grip {

    /** Staff sell its places by naming the code. */
    record UnderCode(HoldCode code, HeldBackReason reasonCode) implements Grip {}

    /** Nobody sells its places. */
    record Killed(HeldBackReason reasonCode) implements Grip {}

    /**
     * One channel sells its places.
     *
     * @param cascade the terms that follow
     */
    record Allotted(SalesChannel channel, @Nullable Instant returnsAt, List<AllotmentTerms> cascade)
        implements Grip {
      public Allotted {
        cascade = List.copyOf(cascade);
      }
    }
  }

  private final HeldBackId id;
  private final Grip grip;
  final Map<AreaName, Integer> freeInAreas = new LinkedHashMap<>();
  boolean isOpen = true;

  /** Where its places went when it ended: another keeper, or general sale where missing. */
  @Nullable HeldBackId successor;

  Keeper(HeldBackId id, Grip grip) {
    this.id = id;
    this.grip = grip;
  }

  public HeldBackId id() {
    return id;
  }

  public Grip grip() {
    return grip;
  }

  public boolean isOpen() {
    return isOpen;
  }

  /** Places of the area that it keeps and that are neither held nor sold. */
  public int freeIn(AreaName area) {
    return freeInAreas.getOrDefault(area, 0);
  }

  /**
   * Whether the caller may take its places.
   *
   * @param named the hold code that the caller names, if any
   */
  public boolean letsIn(Caller caller, @Nullable HoldCode named) {
    return switch (grip) {
      case Grip.UnderCode under -> caller.isStaff() && under.code().equals(named);
      case Grip.Killed killed -> false;
      case Grip.Allotted allotted -> allotted.channel().equals(caller.channel());
    };
  }

  boolean isDueAt(Instant now) {
    return isOpen
        && grip instanceof Grip.Allotted allotted
        && allotted.returnsAt() != null
        && !now.isBefore(allotted.returnsAt());
  }

  HeldBackSnapshot.KeeperCopy copy() {
    List<HeldBackSnapshot.FreeInArea> areas = new ArrayList<>();
    freeInAreas.forEach((area, free) -> areas.add(new HeldBackSnapshot.FreeInArea(area, free)));
    return switch (grip) {
      case Grip.UnderCode under ->
          new HeldBackSnapshot.KeeperCopy(
              id,
              under.code(),
              under.reasonCode(),
              null,
              null,
              List.of(),
              areas,
              isOpen,
              successor);
      case Grip.Killed killed ->
          new HeldBackSnapshot.KeeperCopy(
              id, null, killed.reasonCode(), null, null, List.of(), areas, isOpen, successor);
      case Grip.Allotted allotted ->
          new HeldBackSnapshot.KeeperCopy(
              id,
              null,
              null,
              allotted.channel(),
              allotted.returnsAt(),
              allotted.cascade(),
              areas,
              isOpen,
              successor);
    };
  }

  static Keeper of(HeldBackSnapshot.KeeperCopy copy) {
    Keeper keeper = new Keeper(copy.id(), gripOf(copy));
    copy.areas().forEach(area -> keeper.freeInAreas.put(area.area(), area.free()));
    keeper.isOpen = copy.isOpen();
    keeper.successor = copy.successor();
    return keeper;
  }

  private static Grip gripOf(HeldBackSnapshot.KeeperCopy copy) {
    if (copy.channel() != null) {
      return new Grip.Allotted(copy.channel(), copy.returnsAt(), copy.cascade());
    }
    HeldBackReason reason = copy.reasonCode();
    if (reason == null) {
      throw new IllegalArgumentException(
          "Expected a channel or a reason, but " + copy.id() + " has none");
    }
    return copy.code() == null ? new Grip.Killed(reason) : new Grip.UnderCode(copy.code(), reason);
  }
}
