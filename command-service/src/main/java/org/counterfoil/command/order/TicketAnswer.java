package org.counterfoil.command.order;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.code.TicketCode;
import org.counterfoil.command.exchange.SecretMarks;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * A ticket as it is answered; amounts in minor units of the order's currency.
 *
 * @param ticketNumber missing until it is issued
 * @param feeMinor what of the price is a fee
 * @param proof what is to be shown at the door; missing for nothing
 * @param isTraining whether it is of a performance for training, and admits nobody
 * @param isTransferred whether it has another holder than who bought it
 * @param code what its QR code says; missing until it is issued, and where it is another holder's
 */
public record TicketAnswer(
    TicketId ticketId,
    PerformanceId performanceId,
    @Nullable Integer ticketNumber,
    @Nullable SeatId seatId,
    @Nullable AreaName area,
    ZoneName zone,
    PriceTypeCode priceType,
    PublicLabel priceTypeName,
    long faceValueMinor,
    long taxMinor,
    TaxRate taxRate,
    long feeMinor,
    @Nullable Proof proof,
    boolean isTraining,
    boolean isTransferred,
    @Nullable String code) {

  private static final int FIRST_ISSUE = 0;

  /**
   * The tickets that were issued by these events; none where none was.
   *
   * @param isTraining whether their performance is for training
   */
  public static List<TicketAnswer> issuedBy(List<Event> events, boolean isTraining) {
    List<TicketAnswer> tickets = new ArrayList<>();
    for (Event event : events) {
      if (event instanceof HoldSold sold) {
        for (IssuedTicket issued : sold.tickets()) {
          tickets.add(
              of(
                  issued.ticket(),
                  sold.performanceId(),
                  issued.ticketNumber(),
                  isTraining,
                  false,
                  SecretMarks.ticketCode(
                      new TicketCode(sold.performanceId(), issued.ticketNumber(), FIRST_ISSUE))));
        }
      }
    }
    return tickets;
  }

  static TicketAnswer of(
      PricedTicket ticket,
      PerformanceId performance,
      @Nullable Integer number,
      boolean isTraining,
      boolean isTransferred,
      @Nullable String code) {
    return new TicketAnswer(
        ticket.ticketId(),
        performance,
        number,
        ticket.seatId(),
        ticket.area(),
        ticket.zone(),
        ticket.priceType(),
        ticket.priceTypeName(),
        ticket.faceValueMinor(),
        ticket.taxMinor(),
        ticket.taxRate(),
        ticket.feeMinor(),
        ticket.proof(),
        isTraining,
        isTransferred,
        code);
  }
}
