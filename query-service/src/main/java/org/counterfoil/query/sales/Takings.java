package org.counterfoil.query.sales;

/**
 * Tickets issued and what they cost. {@code grossMinor = netMinor + taxMinor}.
 *
 * @param sold tickets issued, free ones included
 * @param comps free tickets
 * @param grossMinor face values, tax included, in minor units
 * @param netMinor the same without tax
 * @param taxMinor the tax in it
 */
public record Takings(long sold, long comps, long grossMinor, long netMinor, long taxMinor) {

  static final Takings NONE = new Takings(0, 0, 0, 0, 0);

  Takings plus(Takings other) {
    return new Takings(
        sold + other.sold,
        comps + other.comps,
        Math.addExact(grossMinor, other.grossMinor),
        Math.addExact(netMinor, other.netMinor),
        Math.addExact(taxMinor, other.taxMinor));
  }
}
