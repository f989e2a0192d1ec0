package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.heldback.Keeper.Grip;
import org.counterfoil.domain.seating.Area;
import org.jspecify.annotations.Nullable;

/**
 * Finds places of an area for one wish: first what is kept under the hold code that is named, then
 * what the caller's channel has been allotted (what returns soonest first), then general sale.
 */
final class AreaDrawing {

  private final Area area;
  private final SeatInventory inventory;
  private final HoldClaim claim;
  private final List<SeatHold> overdue = new ArrayList<>();
  private final Map<HeldBackId, Integer> overdueKept = new HashMap<>();
  private int overdueOnSale;

  AreaDrawing(Area area, SeatInventory inventory, HoldClaim claim) {
    this.area = area;
    this.inventory = inventory;
    this.claim = claim;
  }

  /** Holds whose time is over count as ended from now on. */
  void countOverdue(Instant now) {
    for (SeatHold hold : inventory.placedHolds()) {
      boolean isHere = hold.areas().stream().anyMatch(held -> held.area().equals(area.name()));
      if (isHere && hold.isOverAt(now)) {
        overdue.add(hold);
        hold.areas().stream().filter(held -> held.area().equals(area.name())).forEach(this::regain);
      }
    }
  }

  private void regain(HeldArea held) {
    HeldBackId from = held.drawnFrom();
    HeldBackId heir = from == null ? null : inventory.heldBack().heirOf(from);
    if (heir == null) {
      overdueOnSale += held.quantity();
    } else {
      overdueKept.merge(heir, held.quantity(), Integer::sum);
    }
  }

  /** Overdue holds that were counted as ended. */
  List<SeatHold> overdue() {
    return overdue;
  }

  /** How many places the caller may have. */
  long free() {
    return onSale() + open().stream().mapToLong(this::kept).sum();
  }

  /** The places, drawn from where they are kept; there MUST be enough. */
  List<HeldArea> draw(int quantity) {
    List<HeldArea> drawn = new ArrayList<>();
    int missing = quantity;
    for (Keeper keeper : open()) {
      int part = (int) Math.min(missing, kept(keeper));
      if (part > 0) {
        drawn.add(new HeldArea(area.name(), area.zone(), part, keeper.id()));
        missing -= part;
      }
    }
    if (missing > 0) {
      drawn.add(new HeldArea(area.name(), area.zone(), missing));
    }
    return drawn;
  }

  private long onSale() {
    HeldBack heldBack = inventory.heldBack();
    long kept = heldBack.keptIn(area.name());
    return (long) area.capacity() - inventory.takenIn(area.name()) - kept + overdueOnSale;
  }

  private long kept(Keeper keeper) {
    return (long) keeper.freeIn(area.name()) + overdueKept.getOrDefault(keeper.id(), 0);
  }

  private List<Keeper> open() {
    return inventory.heldBack().keepers().stream()
        .filter(keeper -> keeper.isOpen() && keeper.letsIn(claim.caller(), claim.holdCode()))
        .sorted(Comparator.comparing(AreaDrawing::drawnBefore))
        .toList();
  }

  /** What is kept under a code was asked for by name, and comes before every time. */
  private static Instant drawnBefore(Keeper keeper) {
    Instant returnsAt =
        keeper.grip() instanceof Grip.Allotted allotted ? allotted.returnsAt() : Instant.MIN;
    return returnsAt == null ? Instant.MAX : returnsAt;
  }

  /** How many are missing in words; null where there are enough. */
  @Nullable String lack(int wanted) {
    long free = free();
    return free >= wanted
        ? null
        : "Expected " + wanted + " free places in \"" + area.name() + "\", but there are " + free;
  }
}
