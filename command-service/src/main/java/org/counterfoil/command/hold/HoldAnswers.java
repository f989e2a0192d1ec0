package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.exchange.Offers.Offer;
import org.counterfoil.command.exchange.Offers.OfferedFee;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** What is answered about holds. */
final class HoldAnswers {

  private HoldAnswers() {}

  /** A seat of a hold, as it is printed. */
  record AnsweredSeat(
      @Schema(example = "ORCH-A-12") SeatId seatId,
      PublicLabel section,
      PublicLabel row,
      PublicLabel seat,
      ZoneName zone) {}

  /** Places of a hold in an area. */
  record AnsweredArea(AreaName area, int quantity, ZoneName zone) {}

  /**
   * A hold that was placed.
   *
   * @param offers price types by zone, as they stay for this hold
   * @param fees what is asked for beside tickets, as it stays for this hold
   */
  record PlacedHold(
      HoldId holdId,
      String holdSecret,
      List<AnsweredSeat> seats,
      List<AnsweredArea> areas,
      Instant expiresAt,
      Currency currency,
      Map<ZoneName, List<Offer>> offers,
      List<OfferedFee> fees) {}

  /** A hold as it is. */
  record HoldState(
      HoldId holdId,
      PerformanceId performanceId,
      HoldStatus state,
      List<AnsweredSeat> seats,
      List<AnsweredArea> areas,
      Instant expiresAt,
      @Nullable OrderId orderId) {}

  /**
   * A hold as its buyer sees it.
   *
   * @param organisationId who sells
   * @param offers price types by zone, as they stay for this hold; none once it is ordered or over
   * @param fees what is asked for beside tickets, as it stays for this hold; none as above
   */
  record ShownHold(
      HoldId holdId,
      PerformanceId performanceId,
      OrganisationId organisationId,
      HoldStatus state,
      List<AnsweredSeat> seats,
      List<AnsweredArea> areas,
      Instant expiresAt,
      @Nullable OrderId orderId,
      Currency currency,
      Map<ZoneName, List<Offer>> offers,
      List<OfferedFee> fees) {}

  /** A hold that has more time. */
  record ExtendedHold(HoldId holdId, Instant expiresAt) {}

  /** Other holds may have been offered to a waiting list in the same breath. */
  static HoldPlaced own(HoldId id, List<Event> events) {
    return events.stream()
        .filter(HoldPlaced.class::isInstance)
        .map(HoldPlaced.class::cast)
        .filter(placed -> placed.holdId().equals(id))
        .findFirst()
        .orElseThrow();
  }

  static List<AnsweredSeat> seats(SeatingPlan plan, List<HeldSeat> held) {
    return held.stream()
        .map(
            seat -> {
              PlanSeat known = plan.seat(seat.index());
              return new AnsweredSeat(
                  seat.seatId(), known.section(), known.row(), known.label(), seat.zone());
            })
        .toList();
  }

  /** One line for each area, wherever its places were drawn from. */
  static List<AnsweredArea> areas(List<HeldArea> held) {
    Map<AreaName, AnsweredArea> areas = new LinkedHashMap<>();
    for (HeldArea part : held) {
      areas.merge(
          part.area(),
          new AnsweredArea(part.area(), part.quantity(), part.zone()),
          (one, other) ->
              new AnsweredArea(one.area(), one.quantity() + other.quantity(), one.zone()));
    }
    return List.copyOf(areas.values());
  }
}
