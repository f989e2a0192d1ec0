package org.counterfoil.query.screen;

/**
 * Where the parts of a capacity bar begin and end, in thousandths of its length. Attributes of an
 * SVG, because a strict content security policy allows no styles in the page.
 */
public record CapacityBar(int sold, int held, int heldBack) {

  private static final int LENGTH = 1000;

  public static CapacityBar of(long capacity, long sold, long held, long heldBack) {
    return new CapacityBar(part(sold, capacity), part(held, capacity), part(heldBack, capacity));
  }

  public int heldFrom() {
    return sold;
  }

  public int heldBackFrom() {
    return sold + held;
  }

  /** What is there is seen, however little. */
  private static int part(long places, long capacity) {
    if (places <= 0 || capacity <= 0) {
      return 0;
    }
    return (int) Math.max(3, Math.min(LENGTH, places * LENGTH / capacity));
  }
}
