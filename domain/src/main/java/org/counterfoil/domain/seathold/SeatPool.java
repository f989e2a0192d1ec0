package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.heldback.Keeper.Grip;
import org.jspecify.annotations.Nullable;

/**
 * Seats among which the house chooses.
 *
 * @param keepers whose seats are in it
 * @param hasGeneralSale whether the seats that nothing keeps are in it
 */
record SeatPool(Set<HeldBackId> keepers, boolean hasGeneralSale) {

  static final SeatPool GENERAL_SALE = new SeatPool(Set.of(), true);

  SeatPool {
    keepers = Set.copyOf(keepers);
  }

  /**
   * Where to look for a caller, first things first, as for places of an area: what is kept under
   * the hold code that is named, what the channel has been allotted, general sale, and, for who
   * fits into none of them, all of them together.
   */
  static List<SeatPool> of(HoldClaim claim, HeldBack heldBack) {
    if (heldBack.isEmpty()) {
      return List.of(GENERAL_SALE);
    }
    List<Keeper> open =
        heldBack.keepers().stream()
            .filter(keeper -> keeper.isOpen() && keeper.letsIn(claim.caller(), claim.holdCode()))
            .toList();
    List<SeatPool> pools = new ArrayList<>();
    add(pools, open.stream().filter(keeper -> !isAllotment(keeper)).toList());
    add(pools, open.stream().filter(SeatPool::isAllotment).toList());
    pools.add(GENERAL_SALE);
    if (pools.size() > 1) {
      pools.add(new SeatPool(ids(open), true));
    }
    return pools;
  }

  private static void add(List<SeatPool> pools, List<Keeper> keepers) {
    if (!keepers.isEmpty()) {
      pools.add(new SeatPool(ids(keepers), false));
    }
  }

  private static boolean isAllotment(Keeper keeper) {
    return keeper.grip() instanceof Grip.Allotted;
  }

  private static Set<HeldBackId> ids(List<Keeper> keepers) {
    return keepers.stream().map(Keeper::id).collect(Collectors.toUnmodifiableSet());
  }

  /** Whether seats that are kept so are in the pool; null stands for what nothing keeps. */
  boolean has(@Nullable Keeper keeper) {
    return keeper == null ? hasGeneralSale : keepers.contains(keeper.id());
  }

  /** Whether the seat is in the pool and free; one of a hold that is over counts as free. */
  boolean hasFree(int seat, SeatInventory inventory, Instant now) {
    SeatHold holder = inventory.holderOf(seat);
    boolean isFree = inventory.isFree(seat) || (holder != null && holder.isOverAt(now));
    return isFree && has(inventory.heldBack().keeperOf(seat));
  }
}
