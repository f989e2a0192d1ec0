package org.counterfoil.crowd.check;

import java.util.List;

/**
 * An order as it was told at the end. Amounts are minor units of one currency.
 *
 * @param places how many it is for
 * @param state {@code COMPLETED}, {@code LAPSED}, or what it should not be
 * @param capturedMinor what was paid
 * @param refundedMinor what was sent back
 * @param tickets those that were issued
 */
public record SeenOrder(
    String orderId,
    int places,
    long totalMinor,
    String state,
    long capturedMinor,
    long refundedMinor,
    List<SeenTicket> tickets) {

  public SeenOrder {
    tickets = List.copyOf(tickets);
  }

  /**
   * A ticket.
   *
   * @param seatId empty for a place in an area
   */
  public record SeenTicket(String ticketId, int number, String code, String seatId) {}
}
