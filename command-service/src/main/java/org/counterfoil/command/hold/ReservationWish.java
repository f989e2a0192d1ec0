package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.command.hold.HoldWish.BestWish;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.reservation.ReservationReference;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/**
 * Places that are to be kept for a party.
 *
 * @param optionUntil until when (exclusive) it may confirm
 * @param reference by which the house finds it; nothing about a person
 */
record ReservationWish(
    PerformanceId performanceId,
    @ArraySchema(schema = @Schema(example = "ORCH-A-12")) @Nullable List<SeatId> seats,
    @Schema(example = "PIT") @Nullable AreaName area,
    @Schema(example = "40") @Nullable Integer quantity,
    @Nullable BestWish bestAvailable,
    Instant optionUntil,
    @Schema(example = "SCHOOL-2026-14") @Nullable ReservationReference reference,
    @Nullable SalesChannel channel,
    @Schema(example = "HOUSE-1") @Nullable HoldCode holdCode) {

  ReservationWish {
    Expect.saneTime("optionUntil", optionUntil);
  }

  /** The places, wished for as those of any hold. */
  HoldWish places() {
    return new HoldWish(seats, area, quantity, bestAvailable, channel, null, null, holdCode);
  }

  /**
   * What is to change about a reservation.
   *
   * @param add places that are to be kept as well
   * @param giveBack places that are not needed any more
   */
  record Change(@Nullable More add, @Nullable Fewer giveBack, @Nullable Instant optionUntil) {
    Change {
      Expect.saneTime("optionUntil", optionUntil);
    }
  }

  /** Places to be kept as well; all of them or none. */
  record More(
      @ArraySchema(schema = @Schema(example = "ORCH-A-13")) @Nullable List<SeatId> seats,
      @Schema(example = "PIT") @Nullable AreaName area,
      @Schema(example = "2") @Nullable Integer quantity,
      @Nullable BestWish bestAvailable,
      @Schema(example = "HOUSE-1") @Nullable HoldCode holdCode) {

    HoldWish places(SalesChannel channel) {
      return new HoldWish(seats, area, quantity, bestAvailable, channel, null, null, holdCode);
    }
  }

  /** Places that are not needed any more. */
  record Fewer(
      @ArraySchema(schema = @Schema(example = "ORCH-A-12")) @Nullable List<SeatId> seats,
      @Schema(example = "PIT") @Nullable AreaName area,
      @Schema(example = "3") @Nullable Integer quantity) {

    HoldWish places() {
      return new HoldWish(seats, area, quantity, null, null, null, null, null);
    }
  }
}
