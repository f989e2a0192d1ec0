package org.counterfoil.query.sales;

import java.util.List;
import java.util.UUID;

/**
 * What can be bought. Public: it tells how places stand, never who took them.
 *
 * @param position of the log, up to and including which everything is counted
 * @param seatOrder SHA-256 of the seating plan whose order of seats is meant
 * @param seatCount how many seats {@code seats} speaks of
 * @param seats base64 of two bits a seat in plan order, the first seat of each byte in its most
 *     significant bits: 0 free, 1 held, 2 sold, 3 not for sale
 */
public record Availability(
    UUID performanceId,
    long position,
    List<Zone> zones,
    List<Area> areas,
    String seatOrder,
    int seatCount,
    String seats) {

  /** The same places, as they still stand at a later position. */
  Availability at(long later) {
    return new Availability(performanceId, later, zones, areas, seatOrder, seatCount, seats);
  }

  /** A price zone, its areas included. */
  public record Zone(
      String zone, long capacity, long available, long held, long sold, long heldBack) {}

  /** A general admission area. */
  public record Area(
      String area,
      String zone,
      long capacity,
      long available,
      long held,
      long sold,
      long heldBack) {}
}
