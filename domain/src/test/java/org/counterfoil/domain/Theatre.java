package org.counterfoil.domain;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanDraft;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftArea;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueId;

/**
 * A theatre so small that everybody wants the same seats: two rows of six in the stalls, four seats
 * in the balcony, a pit for three. Tests sell it.
 */
public final class Theatre {

  public static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");
  public static final Currency EUR = Currency.getInstance("EUR");
  public static final SalesChannel WEB = new SalesChannel("WEB");
  public static final SalesChannel COUNTER = new SalesChannel("COUNTER");
  public static final Caller BUYER = new Caller(WEB, Set.of());
  public static final Caller STAFF = new Caller(COUNTER, Set.of(Role.BOX_OFFICE));

  public static final OrganisationId ORGANISATION = new OrganisationId(id(1));
  public static final PerformanceId PERFORMANCE = new PerformanceId(id(2));
  public static final VenueId VENUE = new VenueId(id(3));
  public static final ProductionId PRODUCTION = new ProductionId(id(4));
  public static final SeatingPlanId PLAN_ID = new SeatingPlanId(id(5));

  public static final ZoneName STALLS = new ZoneName("STALLS");
  public static final ZoneName BALCONY = new ZoneName("BALCONY");
  public static final ZoneName STANDING = new ZoneName("STANDING");
  public static final AreaName PIT = new AreaName("PIT");
  public static final int PIT_CAPACITY = 3;

  public static final PriceTypeCode FULL = new PriceTypeCode("FULL");
  public static final PriceTypeCode MEMBER = new PriceTypeCode("MEMBER");
  public static final PriceTypeCode EARLY = new PriceTypeCode("EARLY");
  public static final PriceTypeCode COMP = new PriceTypeCode("COMP");

  public static final PlanHash HASH = new PlanHash("0123456789abcdef".repeat(4));
  public static final SeatingPlan PLAN = plan();
  public static final SeatingPlans PLANS =
      hash -> {
        if (!hash.equals(HASH)) {
          throw new IllegalArgumentException("Expected the theatre's plan, but it is " + hash);
        }
        return PLAN;
      };

  private Theatre() {}

  /** The n-th identifier. */
  public static UUID id(long n) {
    return new UUID(0x7000L, 0x8000_0000_0000_0000L | n);
  }

  public static SeatId seat(String id) {
    return new SeatId(id);
  }

  /** Full price 25.00 everywhere, members 18.00, early birds until {@link #NOW}, and comps. */
  public static PriceList prices() {
    return prices(2500);
  }

  public static PriceList prices(long fullMinor) {
    List<PriceType> types =
        List.of(
            price(FULL, fullMinor, Set.of(), null),
            price(MEMBER, 1800, Set.of(Role.BOX_OFFICE), null),
            price(EARLY, 1000, Set.of(), NOW),
            price(COMP, 0, Set.of(), null));
    return new PriceList(
        EUR,
        List.of(
            new ZonePrices(STALLS, types),
            new ZonePrices(BALCONY, types),
            new ZonePrices(STANDING, types)));
  }

  public static PriceType price(
      PriceTypeCode code, long faceValueMinor, Set<Role> roles, Instant until) {
    return new PriceType(
        code,
        new PublicLabel("Price " + code),
        faceValueMinor,
        new TaxRate("5.5"),
        Set.of(),
        roles,
        null,
        until);
  }

  public static SchedulePerformance schedule() {
    return schedule(NOW.plusSeconds(86_400), null, prices(), SaleRules.DEFAULT);
  }

  public static SchedulePerformance schedule(
      Instant startsAt, Instant endsAt, PriceList prices, SaleRules rules) {
    return new SchedulePerformance(
        PERFORMANCE,
        ORGANISATION,
        PRODUCTION,
        new PublicLabel("The Seagull"),
        VENUE,
        new PublicLabel("Small Theatre"),
        PLAN_ID,
        HASH,
        startsAt,
        endsAt,
        ZoneId.of("Europe/Paris"),
        prices,
        List.of(),
        rules,
        false,
        false);
  }

  /** The event that {@link #schedule} leads to; not decided, so that its times may be past. */
  public static PerformanceScheduled scheduled(Instant endsAt, SaleRules rules) {
    return scheduled(endsAt, rules, false);
  }

  /** One that only exists to rehearse with. */
  public static PerformanceScheduled training(Instant endsAt) {
    return scheduled(endsAt, SaleRules.DEFAULT, true);
  }

  private static PerformanceScheduled scheduled(
      Instant endsAt, SaleRules rules, boolean isTraining) {
    return new PerformanceScheduled(
        PERFORMANCE,
        ORGANISATION,
        PRODUCTION,
        new PublicLabel("The Seagull"),
        VENUE,
        new PublicLabel("Small Theatre"),
        PLAN_ID,
        HASH,
        PLAN.seatCount(),
        PLAN.zoneCapacities(),
        PLAN.areas(),
        endsAt.minusSeconds(7200),
        endsAt,
        ZoneId.of("Europe/Paris"),
        prices(),
        rules,
        isTraining);
  }

  private static SeatingPlan plan() {
    List<DraftSeat> seats = new ArrayList<>();
    for (String row : List.of("A", "B")) {
      for (int number = 1; number <= 6; number++) {
        seats.add(draftSeat("STALLS", "ORCH", row, number));
      }
    }
    for (int number = 1; number <= 4; number++) {
      seats.add(draftSeat("BALCONY", "BALC", "A", number));
    }
    SeatingPlanDraft draft =
        new SeatingPlanDraft(
            "Small Theatre",
            List.of(
                new DraftZone("zones[0]", "STALLS", null),
                new DraftZone("zones[1]", "BALCONY", null),
                new DraftZone("zones[2]", "STANDING", null)),
            seats,
            List.of(new DraftArea("areas[0]", "PIT", "STANDING", (long) PIT_CAPACITY)));
    return switch (SeatingPlanCheck.check(draft)) {
      case SeatingPlanCheck.Result.Sound sound -> sound.plan();
      case SeatingPlanCheck.Result.Faulty faulty -> throw new AssertionError(faulty.faults());
    };
  }

  private static DraftSeat draftSeat(String zone, String section, String row, int number) {
    return new DraftSeat(
        section + row + number,
        null,
        zone,
        section,
        row,
        String.valueOf(number),
        null,
        null,
        false,
        null);
  }
}
