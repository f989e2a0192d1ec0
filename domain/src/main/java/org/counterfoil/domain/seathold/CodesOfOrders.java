package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.heldback.Keeper.Grip;
import org.counterfoil.domain.seathold.InventorySnapshot.OrderCodes;
import org.jspecify.annotations.Nullable;

/**
 * Under which hold codes the places of unpaid orders were kept when they were ordered: money that
 * comes late has a right to the same, and to nothing else that is held back.
 */
final class CodesOfOrders {

  private final Map<OrderId, Set<HoldCode>> codes = new LinkedHashMap<>();

  void order(OrderId order, SeatHold hold, HeldBack heldBack) {
    if (heldBack.isEmpty()) {
      return;
    }
    hold.seats().forEach(seat -> add(order, heldBack.keeperOf(seat.index())));
    for (HeldArea area : hold.areas()) {
      HeldBackId from = area.drawnFrom();
      add(order, from == null ? null : heldBack.keeper(from));
    }
  }

  private void add(OrderId order, @Nullable Keeper keeper) {
    if (keeper != null && keeper.grip() instanceof Grip.UnderCode under) {
      codes.computeIfAbsent(order, none -> new LinkedHashSet<>()).add(under.code());
    }
  }

  /** The order was paid: no money comes late for it any more. */
  void complete(OrderId order) {
    codes.remove(order);
  }

  /** The one code of the order's places; null where there is none, and where there are several. */
  @Nullable HoldCode of(OrderId order) {
    Set<HoldCode> known = codes.getOrDefault(order, Set.of());
    return known.size() == 1 ? known.iterator().next() : null;
  }

  List<OrderCodes> copy() {
    List<OrderCodes> copies = new ArrayList<>();
    codes.forEach((order, known) -> copies.add(new OrderCodes(order, List.copyOf(known))));
    return copies;
  }

  void restore(List<OrderCodes> copies) {
    copies.forEach(copy -> codes.put(copy.orderId(), new LinkedHashSet<>(copy.codes())));
  }
}
