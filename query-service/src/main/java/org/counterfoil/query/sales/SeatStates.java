package org.counterfoil.query.sales;

/**
 * The states of all seats of a performance in plan order, two bits each, the first seat of each
 * byte in its most significant bits: seat {@code i} is {@code (bytes[i / 4] >> (6 - 2 * (i % 4))) &
 * 3}. Unused bits of the last byte are 0. This is what is stored and, in base64, what is answered.
 */
final class SeatStates {

  private static final int SEATS_PER_BYTE = 4;

  private final byte[] bytes;

  /** Takes over the bytes as they are stored. */
  SeatStates(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All seats free. */
  static SeatStates free(int seatCount) {
    return new SeatStates(new byte[Math.ceilDiv(seatCount, SEATS_PER_BYTE)]);
  }

  void set(int seat, SeatState state) {
    int others = bytes[seat / SEATS_PER_BYTE] & ~(3 << shift(seat));
    bytes[seat / SEATS_PER_BYTE] = (byte) (others | (state.bits() << shift(seat)));
  }

  SeatState get(int seat) {
    int bits = (bytes[seat / SEATS_PER_BYTE] >> shift(seat)) & 3;
    return SeatState.of(bits);
  }

  byte[] bytes() {
    return bytes;
  }

  private static int shift(int seat) {
    return 6 - 2 * (seat % SEATS_PER_BYTE);
  }
}
