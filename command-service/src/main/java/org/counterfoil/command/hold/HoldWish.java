package org.counterfoil.command.hold;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.buyer.BuyerKey;
import org.counterfoil.command.buyer.PresaleCode;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.BestAvailableWish;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Places that somebody wishes to hold.
 *
 * @param quantity how many places in the area
 * @param bestAvailable seats that the house chooses, in place of named ones
 * @param presaleCode lets its holder buy before the sale opens
 * @param buyerKey tells a sales channel's buyers apart, so that a limit per buyer can be kept; kept
 *     only as a keyed hash, under a key that is destroyed after the performance
 * @param holdCode of staff: what is kept under it may be taken as well
 */
record HoldWish(
    @ArraySchema(schema = @Schema(example = "ORCH-A-12")) @Nullable List<SeatId> seats,
    @Schema(example = "PIT") @Nullable AreaName area,
    @Schema(example = "2") @Nullable Integer quantity,
    @Nullable BestWish bestAvailable,
    @Nullable SalesChannel channel,
    @Schema(example = "FRIENDS-2026") @Nullable PresaleCode presaleCode,
    @Schema(example = "customer-4711") @Nullable BuyerKey buyerKey,
    @Schema(example = "HOUSE-1") @Nullable HoldCode holdCode) {

  /** Bytes of a ticket in an event, with the longest name a price may have, but no other names. */
  private static final int TICKET_BYTES = 320 + EventSize.LONGEST_PRICE_NAME;

  /** Bytes of the longest seat id there may be: which seats are chosen is not known before. */
  private static final int LONGEST_SEAT_BYTES = 800;

  /**
   * Seats that the house is to choose.
   *
   * @param quantity how many in all
   */
  record BestWish(
      @Schema(example = "STALLS") ZoneName zone,
      @Schema(example = "2") int quantity,
      @Nullable AccessibleWish accessible) {}

  /** How many of the seats are to be wheelchair and companion places; nobody is asked why. */
  record AccessibleWish(
      @Schema(example = "1") @Nullable Integer wheelchairs,
      @Schema(example = "1") @Nullable Integer companions) {}

  /** What is wished for, once. */
  PlacesWish places() {
    if (bestAvailable == null) {
      return new PlacesWish(seatList(), areaList());
    }
    if (!seatList().isEmpty() || area != null || quantity != null) {
      throw Problem.invalid(
              "bestAvailable", "Expected either named places or bestAvailable, but there are both")
          .exception();
    }
    AccessibleWish accessible = bestAvailable.accessible();
    return PlacesWish.ofBestAvailable(
        new BestAvailableWish(
            bestAvailable.zone(),
            bestAvailable.quantity(),
            accessible == null ? 0 : Objects.requireNonNullElse(accessible.wheelchairs(), 0),
            accessible == null ? 0 : Objects.requireNonNullElse(accessible.companions(), 0)));
  }

  List<SeatId> seatList() {
    return seats == null ? List.of() : seats;
  }

  List<AreaWish> areaList() {
    if ((area == null) != (quantity == null)) {
      throw Problem.invalid(
              area == null ? "area" : "quantity",
              "Expected area and quantity together, but there is only one")
          .exception();
    }
    return area == null || quantity == null ? List.of() : List.of(new AreaWish(area, quantity));
  }

  /** Refuses more places than fit into the one event by which they are sold. */
  void checkSize(List<ZoneCapacity> zones) {
    long longestZone = zones.stream().mapToInt(zone -> bytes(zone.zone().value())).max().orElse(0);
    long bytes = 0;
    for (SeatId seat : seatList()) {
      bytes += TICKET_BYTES + longestZone + bytes(seat.value());
    }
    for (AreaWish wished : areaList()) {
      bytes += wished.quantity() * (TICKET_BYTES + longestZone + bytes(wished.area().value()));
    }
    if (bestAvailable != null) {
      bytes += bestAvailable.quantity() * (TICKET_BYTES + longestZone + LONGEST_SEAT_BYTES);
    }
    EventSize.check(seatList().isEmpty() ? "quantity" : "seats", bytes);
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
