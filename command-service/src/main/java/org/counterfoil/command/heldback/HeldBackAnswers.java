package org.counterfoil.command.heldback;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.HeldBackArea;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.HoldCodeSet;
import org.counterfoil.domain.heldback.HeldBackEvent.PlacesKilled;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HeldBackSeat;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/** What is answered about places that are kept off general sale. */
final class HeldBackAnswers {

  private HeldBackAnswers() {}

  /** Places of an area. */
  record InArea(AreaName area, int quantity) {}

  /** Places kept under a hold code by one call. */
  record KeptUnderCode(
      HeldBackId heldBackId,
      HoldCode code,
      HeldBackReason reasonCode,
      List<SeatId> seats,
      List<InArea> areas) {

    static KeptUnderCode of(HoldCodeSet set) {
      return new KeptUnderCode(
          set.heldBackId(),
          set.code(),
          set.reasonCode(),
          HeldBackAnswers.seats(set.seats()),
          HeldBackAnswers.areas(set.areas()));
    }
  }

  /** Places that nobody sells. */
  record Kill(
      HeldBackId heldBackId, HeldBackReason reasonCode, List<SeatId> seats, List<InArea> areas) {

    static Kill of(PlacesKilled killed) {
      return new Kill(
          killed.heldBackId(),
          killed.reasonCode(),
          HeldBackAnswers.seats(killed.seats()),
          HeldBackAnswers.areas(killed.areas()));
    }
  }

  /** To whom an allotment's unsold places go next. */
  record Next(SalesChannel channel, @Nullable Instant returnsAt) {}

  /**
   * Places that a channel sells.
   *
   * @param returnsAt when the unsold ones return; missing for never
   * @param cascadesTo who gets the unsold ones, one after another; general sale where empty
   */
  record Allotment(
      HeldBackId heldBackId,
      SalesChannel channel,
      @Nullable Instant returnsAt,
      List<Next> cascadesTo,
      List<SeatId> seats,
      List<InArea> areas) {

    static Allotment of(AllotmentMade made) {
      return new Allotment(
          made.heldBackId(),
          made.channel(),
          made.returnsAt(),
          made.cascade().stream().map(step -> new Next(step.channel(), step.returnsAt())).toList(),
          HeldBackAnswers.seats(made.seats()),
          HeldBackAnswers.areas(made.areas()));
    }

    /** The same places on the next terms. */
    Allotment cascadedTo(AllotmentTerms next) {
      return new Allotment(
          next.heldBackId(),
          next.channel(),
          next.returnsAt(),
          cascadesTo.subList(1, cascadesTo.size()),
          seats,
          areas);
    }
  }

  private static List<SeatId> seats(List<HeldBackSeat> seats) {
    return seats.stream().map(HeldBackSeat::seatId).toList();
  }

  private static List<InArea> areas(List<HeldBackArea> areas) {
    return areas.stream().map(area -> new InArea(area.area(), area.quantity())).toList();
  }
}
