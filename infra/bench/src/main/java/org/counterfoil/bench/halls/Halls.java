package org.counterfoil.bench.halls;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seathold.BestAvailableWish;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanDraft;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueCommand.OpenVenue;
import org.counterfoil.domain.venue.VenueId;

/** Halls of one size, a performance in each, and what is asked about them. */
public final class Halls {

  private static final int SEATS_PER_ROW = 50;
  private static final int ROWS_PER_SECTION = 40;
  private static final Caller BUYER = new Caller(new SalesChannel("WEB"), Set.of());
  private static final Duration UNTIL_PERFORMANCE = Duration.ofDays(30);

  private final SeatingPlan plan;
  private final OrganisationId organisation;
  private final Instant startsAt;
  private final Supplier<UUID> ids;

  /** Of so many seats each, with performances a month from now. */
  public Halls(int seats, Supplier<UUID> ids) {
    this.plan = plan(seats);
    this.startsAt = Instant.now().plus(UNTIL_PERFORMANCE);
    this.ids = ids;
    this.organisation = new OrganisationId(ids.get());
  }

  private static SeatingPlan plan(int count) {
    List<DraftSeat> seats = new ArrayList<>();
    for (int seat = 0; seat < count; seat++) {
      int row = seat / SEATS_PER_ROW;
      seats.add(
          new DraftSeat(
              "seat " + seat,
              null,
              "ZONE",
              "S" + (row / ROWS_PER_SECTION + 1),
              Integer.toString(row % ROWS_PER_SECTION + 1),
              Integer.toString(seat % SEATS_PER_ROW + 1),
              null,
              null,
              false,
              null));
    }
    SeatingPlanDraft draft =
        new SeatingPlanDraft("Bench", List.of(new DraftZone("zone", "ZONE", 1)), seats, List.of());
    return switch (SeatingPlanCheck.check(draft)) {
      case SeatingPlanCheck.Result.Sound sound -> sound.plan();
      case SeatingPlanCheck.Result.Faulty faulty ->
          throw new IllegalStateException("Expected a sound plan, but got " + faulty.faults());
    };
  }

  /** Knows their one plan by any hash. */
  public SeatingPlans plans() {
    return hash -> plan;
  }

  /** How many pairs of neighbours a hall has; no seat is in two. */
  public int pairs() {
    return plan.seatCount() / 2;
  }

  /** Everything until the performance is on sale. */
  public List<Command> opening(PerformanceId performance) {
    VenueId venue = new VenueId(ids.get());
    ZoneId paris = ZoneId.of("Europe/Paris");
    return List.of(
        new OpenVenue(
            venue,
            organisation,
            new PublicLabel("Stade"),
            new PublicLabel("Place du Marché"),
            paris,
            false),
        new SchedulePerformance(
            performance,
            organisation,
            new ProductionId(ids.get()),
            new PublicLabel("Le Cid"),
            venue,
            new PublicLabel("Stade"),
            new SeatingPlanId(ids.get()),
            new PlanHash("ab".repeat(32)),
            startsAt,
            null,
            paris,
            prices(),
            List.of(),
            SaleRules.DEFAULT,
            false,
            false),
        new SetOnsale(performance, new OnsaleWindow(null, null), List.of(), null));
  }

  private static PriceList prices() {
    return new PriceList(
        Currency.getInstance("EUR"),
        List.of(
            new ZonePrices(
                new ZoneName("ZONE"),
                List.of(
                    new PriceType(
                        new PriceTypeCode("FULL"),
                        new PublicLabel("Plein tarif"),
                        2_500,
                        new TaxRate("5.5"),
                        Set.of(),
                        Set.of(),
                        null,
                        null)))));
  }

  /** A wish for a pair of neighbours. */
  public PlaceHold hold(PerformanceId performance, int pair) {
    return new PlaceHold(
        performance,
        new HoldId(ids.get()),
        PlacesWish.ofSeats(List.of(plan.seat(2 * pair).id(), plan.seat(2 * pair + 1).id())),
        HoldClaim.of(BUYER));
  }

  /** A wish for the best pair there is. */
  public PlaceHold bestPair(PerformanceId performance) {
    return new PlaceHold(
        performance,
        new HoldId(ids.get()),
        PlacesWish.ofBestAvailable(BestAvailableWish.of(new ZoneName("ZONE"), 2)),
        HoldClaim.of(BUYER));
  }
}
