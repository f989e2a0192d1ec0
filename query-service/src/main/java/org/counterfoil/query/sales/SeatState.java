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

  /** The state that has these two bits. */
  static SeatState of(int bits) {
    return switch (bits) {
      case 0 -> FREE;
      case 1 -> HELD;
      case 2 -> SOLD;
      case 3 -> NOT_FOR_SALE;
      default -> throw new IllegalArgumentException("Expected two bits, but got " + bits);
    };
  }

  /** The two bits that the contract gives it. */
  int bits() {
    return bits;
  }
}
