package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.order.JointOrderCommand.PartWish;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHold;

/**
 * Finds out which performance each ticket of a joint order is wished for. The same seat may be held
 * for several: a ticket that names its hold is for that one; else it is for the first hold that
 * keeps such a place without a ticket yet. What fits nowhere is the first part's to refuse.
 */
final class TicketSorting {

  /** How many places are left without a ticket, by seat or area. */
  private record Part(List<HoldId> holds, Map<Object, Integer> free, List<TicketWish> wishes) {

    boolean take(TicketWish wish) {
      Object place = placeOf(wish);
      int left = free.getOrDefault(place, 0);
      if (left > 0) {
        free.put(place, left - 1);
        wishes.add(wish);
      }
      return left > 0;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  TicketSorting(List<PartWish> wishes, JointSale sale) {
    for (int i = 0; i < wishes.size(); i++) {
      Map<Object, Integer> free = new HashMap<>();
      for (HoldId id : wishes.get(i).holds()) {
        SeatHold hold = sale.parts().get(i).seats().inventory().hold(id);
        if (hold != null) {
          hold.seats().forEach(seat -> free.merge(seat.seatId(), 1, Integer::sum));
          for (HeldArea area : hold.areas()) {
            free.merge(area.area(), area.quantity(), Integer::sum);
          }
        }
      }
      parts.add(new Part(wishes.get(i).holds(), free, new ArrayList<>()));
    }
  }

  void sort(List<TicketWish> tickets) {
    for (TicketWish wish : tickets) {
      if (wish.holdId() != null) {
        named(wish, wish.holdId());
      }
    }
    for (TicketWish wish : tickets) {
      if (wish.holdId() == null && parts.stream().noneMatch(part -> part.take(wish))) {
        parts.getFirst().wishes().add(wish);
      }
    }
  }

  private void named(TicketWish wish, HoldId hold) {
    Part part =
        parts.stream()
            .filter(one -> one.holds().contains(hold))
            .findFirst()
            .orElse(parts.getFirst());
    if (!part.take(wish)) {
      part.wishes().add(wish);
    }
  }

  List<TicketWish> of(int part) {
    return parts.get(part).wishes();
  }

  private static Object placeOf(TicketWish wish) {
    if (wish.seatId() != null) {
      return wish.seatId();
    }
    return wish.area() == null ? wish : wish.area();
  }
}
