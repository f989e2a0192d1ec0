package org.counterfoil.query.sales;

import java.util.Base64;
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

  /**
   * The same of a performance that took place or was cancelled: nothing is sold any more, so that
   * free places are not for sale, and are kept off sale.
   */
  Availability ofWhatIsOver() {
    SeatStates over = new SeatStates(Base64.getDecoder().decode(seats));
    for (int seat = 0; seat < seatCount; seat++) {
      if (over.get(seat) == SeatState.FREE) {
        over.set(seat, SeatState.NOT_FOR_SALE);
      }
    }
    return new Availability(
        performanceId,
        position,
        zones.stream().map(Zone::ofWhatIsOver).toList(),
        areas.stream().map(Area::ofWhatIsOver).toList(),
        seatOrder,
        seatCount,
        Base64.getEncoder().encodeToString(over.bytes()));
  }

  /** A price zone, its areas included. */
  public record Zone(
      String zone, long capacity, long available, long held, long sold, long heldBack) {

    Zone ofWhatIsOver() {
      return new Zone(zone, capacity, 0, held, sold, heldBack + available);
    }
  }

  /** A general admission area. */
  public record Area(
      String area,
      String zone,
      long capacity,
      long available,
      long held,
      long sold,
      long heldBack) {

    Area ofWhatIsOver() {
      return new Area(area, zone, capacity, 0, held, sold, heldBack + available);
    }
  }
}
