package org.counterfoil.command.lane;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.PaymentId;
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
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatId;
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

/** A hall of one zone with one performance, and the commands that tests send about it. */
final class Hall {

  static final Currency EUR = Currency.getInstance("EUR");
  static final PlanHash HASH = new PlanHash("ab".repeat(32));
  static final Caller BUYER = new Caller(new SalesChannel("WEB"), Set.of());
  static final Caller STAFF = new Caller(new SalesChannel("COUNTER"), Set.of(Role.BOX_OFFICE));

  private static final AtomicLong IDS = new AtomicLong();

  final OrganisationId organisation;
  final VenueId venue = new VenueId(id());
  final PerformanceId performance = new PerformanceId(id());
  private final Instant startsAt;

  Hall(Instant startsAt) {
    this(startsAt, new OrganisationId(id()));
  }

  /** One of an organisation that has others. */
  Hall(Instant startsAt, OrganisationId organisation) {
    this.startsAt = startsAt;
    this.organisation = organisation;
  }

  static UUID id() {
    return new UUID(IDS.incrementAndGet() << 16 | 0x7000, Long.MIN_VALUE | IDS.get());
  }

  static SeatingPlans plan(int rows, int seatsPerRow) {
    List<DraftSeat> seats = new ArrayList<>();
    for (int row = 1; row <= rows; row++) {
      for (int seat = 1; seat <= seatsPerRow; seat++) {
        seats.add(
            new DraftSeat("s", null, "ZONE", "ORCH", "" + row, "" + seat, null, null, false, null));
      }
    }
    SeatingPlanDraft draft =
        new SeatingPlanDraft("Hall", List.of(new DraftZone("z", "ZONE", 1)), seats, List.of());
    SeatingPlan plan = ((SeatingPlanCheck.Result.Sound) SeatingPlanCheck.check(draft)).plan();
    return hash -> plan;
  }

  static SeatId seat(int row, int seat) {
    return new SeatId("ORCH-" + row + "-" + seat);
  }

  /** Everything until the sale is open. */
  List<Command> opening() {
    return List.of(
        new OpenVenue(
            venue,
            organisation,
            new PublicLabel("Hall"),
            new PublicLabel("Place du Marché"),
            ZoneId.of("Europe/Paris"),
            false),
        new SchedulePerformance(
            performance,
            organisation,
            new ProductionId(id()),
            new PublicLabel("Le Cid"),
            venue,
            new PublicLabel("Hall"),
            new SeatingPlanId(id()),
            HASH,
            startsAt,
            null,
            ZoneId.of("Europe/Paris"),
            prices(),
            List.of(),
            SaleRules.DEFAULT,
            false,
            false),
        new SetOnsale(performance, new OnsaleWindow(null, null), List.of(), null));
  }

  static PriceList prices() {
    return new PriceList(
        EUR,
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

  PlaceHold hold(HoldId hold, SeatId... seats) {
    return new PlaceHold(
        performance, hold, PlacesWish.ofSeats(List.of(seats)), HoldClaim.of(BUYER));
  }

  PlaceOrder order(OrderId order, HoldId hold, SeatId... seats) {
    List<TicketWish> tickets = new ArrayList<>();
    for (SeatId seat : seats) {
      tickets.add(new TicketWish(new TicketId(id()), seat, null, new PriceTypeCode("FULL"), null));
    }
    return new PlaceOrder(order, performance, List.of(hold), tickets, BUYER);
  }

  TakePayment cash(OrderId order, long minor) {
    return new TakePayment(
        order, performance, new PaymentId(id()), PaymentMethod.CASH, null, new Money(minor, EUR));
  }

  static Submission by(Command command) {
    return new Submission(command, Actor.SYSTEM, id(), events -> new Answer(201, "{}"), null);
  }

  static Submission by(Command command, IdempotencyKey key) {
    return new Submission(command, Actor.SYSTEM, id(), events -> new Answer(201, "{}"), key);
  }
}
