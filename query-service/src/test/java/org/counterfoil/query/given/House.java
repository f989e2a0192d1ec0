package org.counterfoil.query.given;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanDraft;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftArea;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.counterfoil.domain.seating.ZoneName;

/** A seating plan with a pit, what its places cost, and who sells them. */
public final class House {

  public static final Currency EUR = Currency.getInstance("EUR");
  public static final ZoneName STALLS = new ZoneName("STALLS");
  public static final ZoneName BALCONY = new ZoneName("BALCONY");
  public static final ZoneName STANDING = new ZoneName("STANDING");
  public static final String PIT = "PIT";
  public static final PriceTypeCode FULL = new PriceTypeCode("FULL");
  public static final PriceTypeCode CONCESSION = new PriceTypeCode("CONCESSION");
  public static final PriceTypeCode COMP = new PriceTypeCode("COMP");
  public static final Caller WEB = new Caller(new SalesChannel("WEB"), Set.of());
  public static final Caller COUNTER =
      new Caller(new SalesChannel("COUNTER"), Set.of(Role.BOX_OFFICE));

  private House() {}

  /**
   * A plan.
   *
   * @param rows of the stalls; the balcony has a third of them
   * @param seatsPerRow in both
   * @param standing places in the pit
   */
  public static SeatingPlan plan(int rows, int seatsPerRow, int standing) {
    List<DraftSeat> seats = new ArrayList<>();
    seats(seats, "STALLS", rows, seatsPerRow);
    seats(seats, "BALCONY", Math.max(1, rows / 3), seatsPerRow);
    SeatingPlanDraft draft =
        new SeatingPlanDraft(
            "House",
            List.of(
                new DraftZone("zones[0]", STALLS.value(), 1),
                new DraftZone("zones[1]", BALCONY.value(), 2),
                new DraftZone("zones[2]", STANDING.value(), 3)),
            seats,
            List.of(new DraftArea("areas[0]", PIT, STANDING.value(), (long) standing)));
    return switch (SeatingPlanCheck.check(draft)) {
      case SeatingPlanCheck.Result.Sound sound -> sound.plan();
      case SeatingPlanCheck.Result.Faulty faulty ->
          throw new IllegalStateException("Expected a sound plan, but " + faulty.faults());
    };
  }

  private static void seats(List<DraftSeat> seats, String zone, int rows, int perRow) {
    for (int row = 0; row < rows; row++) {
      for (int seat = 1; seat <= perRow; seat++) {
        seats.add(
            new DraftSeat(
                "sections[0]",
                null,
                zone,
                zone,
                Character.toString('A' + row),
                Integer.toString(seat),
                null,
                SeatKind.STANDARD,
                false,
                null));
      }
    }
  }

  /** What it costs: 5.5 % in the seats, 2.1 % in the pit; a concession, and comps by staff. */
  public static PriceList prices() {
    return new PriceList(
        EUR,
        List.of(
            new ZonePrices(STALLS, types(4200, 2900, "5.5")),
            new ZonePrices(BALCONY, types(2800, 1900, "5.5")),
            new ZonePrices(STANDING, types(2450, 1550, "2.1"))));
  }

  private static List<PriceType> types(long full, long concession, String rate) {
    return List.of(
        type(FULL, "Full price", full, rate),
        type(CONCESSION, "Concession", concession, rate),
        type(COMP, "Invitation", 0, rate));
  }

  private static PriceType type(PriceTypeCode code, String name, long minor, String rate) {
    return new PriceType(
        code, new PublicLabel(name), minor, new TaxRate(rate), Set.of(), Set.of(), null, null);
  }
}
