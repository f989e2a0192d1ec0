package org.counterfoil.crowd;

import java.util.BitSet;

/** Which seats are free; never changed. */
final class FreeSeats {

  private static final int SEATS_PER_BYTE = 4;

  private final BitSet free;
  private final int[] inOrder;

  FreeSeats(BitSet free) {
    this.free = free;
    this.inOrder = free.stream().toArray();
  }

  /** Two bits a seat, the first in the most significant ones; 0 is free. */
  static FreeSeats of(byte[] states, int seatCount) {
    BitSet free = new BitSet(seatCount);
    for (int seat = 0; seat < seatCount; seat++) {
      int shift = 6 - 2 * (seat % SEATS_PER_BYTE);
      free.set(seat, (states[seat / SEATS_PER_BYTE] >> shift & 3) == 0);
    }
    return new FreeSeats(free);
  }

  boolean contains(int seat) {
    return free.get(seat);
  }

  int count() {
    return inOrder.length;
  }

  /** The n-th free seat in plan order, from 0. */
  int nth(int n) {
    return inOrder[n];
  }
}
