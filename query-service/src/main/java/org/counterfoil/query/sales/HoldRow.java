package org.counterfoil.query.sales;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldStatus;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code seat_hold}.
 *
 * @param seats their places in plan order
 * @param places kept as a JSON array: they are only ever read with their hold
 * @param endedPosition missing while it is placed
 */
record HoldRow(
    UUID holdId,
    UUID performanceId,
    String channel,
    List<Integer> seats,
    List<HeldPlaces> places,
    HoldStatus state,
    Instant expiresAt,
    @Nullable UUID orderId,
    long placedPosition,
    Instant placedAt,
    @Nullable Long endedPosition,
    @Nullable Instant endedAt) {

  static HoldRow of(HoldPlaced placed, Moment when) {
    return new HoldRow(
        placed.holdId().value(),
        placed.performanceId().value(),
        placed.channel().value(),
        placed.seats().stream().map(HeldSeat::index).toList(),
        HeldPlaces.of(placed),
        HoldStatus.PLACED,
        placed.expiresAt(),
        null,
        when.position(),
        when.at(),
        null,
        null);
  }

  HoldRow until(Instant end, @Nullable UUID order) {
    return new HoldRow(
        holdId,
        performanceId,
        channel,
        seats,
        places,
        state,
        end,
        order,
        placedPosition,
        placedAt,
        endedPosition,
        endedAt);
  }

  HoldRow ended(HoldStatus how, @Nullable UUID order, Moment when) {
    if (endedPosition != null) {
      throw new IllegalStateException(
          "Expected hold " + holdId + " to be placed, but it has ended: " + state);
    }
    return new HoldRow(
        holdId,
        performanceId,
        channel,
        seats,
        places,
        how,
        expiresAt,
        order,
        placedPosition,
        placedAt,
        when.position(),
        when.at());
  }
}
