package org.counterfoil.domain.seathold;

import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.seathold.InventorySnapshot.AreaSold;
import org.counterfoil.domain.seating.AreaName;
import org.jspecify.annotations.Nullable;

/** Where each place stands: arrays over seat indexes, counts per area. */
final class TakenPlaces {

  private static final byte FREE = 0;
  private static final byte HELD = 1;
  private static final byte SOLD = 2;

  private byte[] seats = new byte[0];
  private @Nullable SeatHold[] holders = new SeatHold[0];
  private final Map<AreaName, AreaCount> areas = new HashMap<>();

  /** Places of an area that are taken. */
  private static final class AreaCount {
    private int held;
    private int sold;
  }

  void reserveCapacity(int seatCount) {
    if (seats.length < seatCount) {
      seats = Arrays.copyOf(seats, seatCount);
      holders = Arrays.copyOf(holders, seatCount);
    }
  }

  int seatCount() {
    return seats.length;
  }

  boolean isFree(int seat) {
    return seat >= seats.length || seats[seat] == FREE;
  }

  boolean isHeld(int seat) {
    return seat < seats.length && seats[seat] == HELD;
  }

  boolean isSold(int seat) {
    return seat < seats.length && seats[seat] == SOLD;
  }

  @Nullable SeatHold holderOf(int seat) {
    return seat < holders.length ? holders[seat] : null;
  }

  int takenIn(AreaName area) {
    AreaCount count = areas.get(area);
    return count == null ? 0 : count.held + count.sold;
  }

  void hold(SeatHold hold) {
    for (HeldSeat seat : hold.seats()) {
      seats[seat.index()] = HELD;
      holders[seat.index()] = hold;
    }
    hold.areas().forEach(area -> count(area.area()).held += area.quantity());
  }

  void free(SeatHold hold) {
    leave(hold, FREE);
  }

  void sell(SeatHold hold) {
    leave(hold, SOLD);
    hold.areas().forEach(area -> count(area.area()).sold += area.quantity());
  }

  private void leave(SeatHold hold, byte as) {
    for (HeldSeat seat : hold.seats()) {
      seats[seat.index()] = as;
      holders[seat.index()] = null;
    }
    hold.areas().forEach(area -> count(area.area()).held -= area.quantity());
  }

  /** A sold place is free again. */
  void takeBack(VoidedTicket ticket) {
    Integer seat = ticket.seatIndex();
    if (seat != null) {
      seats[seat] = FREE;
    }
    if (ticket.area() != null) {
      count(ticket.area()).sold--;
    }
  }

  /** The indexes of sold seats as a little-endian bit set, base64. */
  String soldSeats() {
    BitSet sold = new BitSet(seats.length);
    for (int seat = 0; seat < seats.length; seat++) {
      sold.set(seat, seats[seat] == SOLD);
    }
    return Base64.getEncoder().encodeToString(sold.toByteArray());
  }

  List<AreaSold> soldInAreas() {
    return areas.entrySet().stream()
        .map(area -> new AreaSold(area.getKey(), area.getValue().sold))
        .toList();
  }

  void restoreSold(String soldSeats, List<AreaSold> soldInAreas) {
    BitSet sold = BitSet.valueOf(Base64.getDecoder().decode(soldSeats));
    sold.stream().forEach(seat -> seats[seat] = SOLD);
    soldInAreas.forEach(area -> count(area.area()).sold = area.sold());
  }

  private AreaCount count(AreaName area) {
    return areas.computeIfAbsent(area, name -> new AreaCount());
  }
}
