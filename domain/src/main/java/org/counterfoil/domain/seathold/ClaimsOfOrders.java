package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.heldback.Keeper.Grip;
import org.counterfoil.domain.seathold.InventorySnapshot.UnpaidOrder;
import org.jspecify.annotations.Nullable;

/**
 * For whom, and under which hold codes, the places of unpaid orders were kept when they were
 * ordered: money that comes late has a right to the same places, to nothing else that is held back,
 * and counts for the limits of the same buyer.
 */
final class ClaimsOfOrders {

  private final Map<OrderId, OrderClaim> claims = new LinkedHashMap<>();

  void order(OrderId order, SeatHold hold, HeldBack heldBack) {
    OrderClaim before = claims.getOrDefault(order, OrderClaim.NONE);
    OrderClaim claim = before.by(hold.buyer(), hold.presaleCode());
    if (!heldBack.isEmpty()) {
      for (HeldSeat seat : hold.seats()) {
        claim = under(claim, heldBack.keeperOf(seat.index()));
      }
      for (HeldArea area : hold.areas()) {
        HeldBackId from = area.drawnFrom();
        claim = under(claim, from == null ? null : heldBack.keeper(from));
      }
    }
    if (!claim.equals(OrderClaim.NONE)) {
      claims.put(order, claim);
    }
  }

  private static OrderClaim under(OrderClaim claim, @Nullable Keeper keeper) {
    return keeper != null && keeper.grip() instanceof Grip.UnderCode code
        ? claim.under(code.code())
        : claim;
  }

  /** The order was paid: no money comes late for it any more. */
  void complete(OrderId order) {
    claims.remove(order);
  }

  OrderClaim of(OrderId order) {
    return claims.getOrDefault(order, OrderClaim.NONE);
  }

  List<UnpaidOrder> copy() {
    List<UnpaidOrder> copies = new ArrayList<>();
    claims.forEach((order, claim) -> copies.add(new UnpaidOrder(order, claim)));
    return copies;
  }

  void restore(List<UnpaidOrder> copies) {
    copies.forEach(copy -> claims.put(copy.orderId(), copy.claim()));
  }
}
