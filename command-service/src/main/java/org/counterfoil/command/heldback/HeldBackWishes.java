package org.counterfoil.command.heldback;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackPlaces;
import org.counterfoil.domain.heldback.HeldBackPlaces.BestOfZone;
import org.counterfoil.domain.heldback.HeldBackPlaces.InArea;
import org.counterfoil.domain.heldback.HeldBackPlaces.Named;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** What staff wish to keep off general sale, as it is sent. */
final class HeldBackWishes {

  /** More steps than any chain of agents has. */
  private static final int LONGEST_CASCADE = 10;

  private HeldBackWishes() {}

  /** Places of an area. */
  record AreaWish(@Schema(example = "PIT") AreaName area, @Schema(example = "20") int quantity) {}

  /** Places to be kept under a code. */
  record HoldCodeWish(
      @Schema(example = "HOUSE-1") HoldCode code,
      HeldBackReason reasonCode,
      @Nullable List<SeatId> seats,
      @Nullable List<AreaWish> areas) {}

  /** Places that nobody may sell. */
  record KillWish(
      HeldBackReason reasonCode, @Nullable List<SeatId> seats, @Nullable List<AreaWish> areas) {}

  /** To whom unsold places go next. */
  record CascadeWish(
      @Schema(example = "PARTNER") SalesChannel channel,
      @Nullable Instant returnsAt,
      @Nullable CascadeWish cascadesTo) {}

  /**
   * Places for a channel: either named, or as many of a zone.
   *
   * @param returnsAt when unsold ones return; never where missing
   * @param cascadesTo to whom they go then; to general sale where missing
   */
  record AllotmentWish(
      @Schema(example = "AGENT") SalesChannel channel,
      @Nullable List<SeatId> seats,
      @Nullable List<AreaWish> areas,
      @Nullable ZoneName zone,
      @Nullable Integer quantity,
      @Nullable Instant returnsAt,
      @Nullable CascadeWish cascadesTo) {

    HeldBackPlaces places(SeatingPlan plan) {
      if ((zone == null) != (quantity == null)) {
        throw Problem.invalid(
                zone == null ? "zone" : "quantity",
                "Expected zone and quantity together, but there is only one")
            .exception();
      }
      if (zone == null || quantity == null) {
        return named(seats, areas, plan);
      }
      if (seats != null || areas != null) {
        throw Problem.invalid("zone", "Expected places by name or by zone, but there are both")
            .exception();
      }
      // No more seats than the plan has are ever named, however large the number.
      HeldBackSize.check("quantity", Math.min(quantity, plan.seatCount()), plan);
      return new BestOfZone(zone, quantity);
    }

    List<AllotmentTerms> terms(Supplier<HeldBackId> ids) {
      List<AllotmentTerms> terms = new ArrayList<>();
      terms.add(new AllotmentTerms(ids.get(), channel, returnsAt));
      for (CascadeWish step = cascadesTo; step != null; step = step.cascadesTo()) {
        if (terms.size() > LONGEST_CASCADE) {
          throw Problem.invalid(
                  "cascadesTo",
                  "Expected at most " + LONGEST_CASCADE + " steps of a cascade, but there are more")
              .exception();
        }
        terms.add(new AllotmentTerms(ids.get(), step.channel(), step.returnsAt()));
      }
      return terms;
    }
  }

  static HeldBackPlaces named(
      @Nullable List<SeatId> seats, @Nullable List<AreaWish> areas, SeatingPlan plan) {
    List<SeatId> named = seats == null ? List.of() : seats;
    HeldBackSize.check("seats", named.size(), plan);
    List<InArea> counted = new ArrayList<>();
    for (AreaWish area : areas == null ? List.<AreaWish>of() : areas) {
      counted.add(new InArea(area.area(), area.quantity()));
    }
    return new Named(named, counted);
  }
}
