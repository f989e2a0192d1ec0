package org.counterfoil.query.sales;

/** Where a seat stands. */
public enum SeatState {
  FREE(0),
  HELD(1),
  SOLD(2),
  NOT_FOR_SALE(3);

  private static final SeatState[] BY_BITS = {FREE, HELD, SOLD, NOT_FOR_SALE};

  private final int bits;

  SeatState(int bits) {
    this.bits = bits;
  }

  /** The two bits that the contract gives it. */
  int bits() {
    return bits;
  }

  static SeatState of(int bits) {
    return BY_BITS[bits];
  }
}
