package org.counterfoil.query.sales;

/** Where a seat stands, as the contract numbers it. */
enum SeatState {
  FREE(0),
  HELD(1),
  SOLD(2),
  NOT_FOR_SALE(3);

  private final int bits;

  SeatState(int bits) {
    this.bits = bits;
  }

  /** The two bits that the contract gives it. */
  int bits() {
    return bits;
  }
}
