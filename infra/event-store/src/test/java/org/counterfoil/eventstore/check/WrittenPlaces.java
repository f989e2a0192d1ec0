package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.EUR;
import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;
import static org.counterfoil.eventstore.check.WrittenNames.PIT;
import static org.counterfoil.eventstore.check.WrittenNames.THEATRE;
import static org.counterfoil.eventstore.check.WrittenNames.WEB;
import static org.counterfoil.eventstore.check.WrittenNames.ZONE;
import static org.counterfoil.eventstore.check.WrittenNames.hold;
import static org.counterfoil.eventstore.check.WrittenNames.id;
import static org.counterfoil.eventstore.check.WrittenNames.order;
import static org.counterfoil.eventstore.check.WrittenNames.ticket;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HeldBackSeat;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seathold.VoidedTicket;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.venue.VenueId;

/** A performance and its places: scheduled, held, sold, held back and void. */
interface WrittenPlaces<L> extends Writing<L> {

  default L scheduled() {
    return scheduled(SaleRules.DEFAULT);
  }

  default L scheduled(SaleRules rules) {
    return seats(
        new PerformanceScheduled(
            PERFORMANCE,
            THEATRE,
            new ProductionId(id("production")),
            new PublicLabel("Le Cid"),
            new VenueId(id("venue")),
            new PublicLabel("Théâtre"),
            new SeatingPlanId(id("plan")),
            new PlanHash("ab".repeat(32)),
            100,
            List.of(),
            List.of(new Area(PIT, ZONE, 50)),
            now(),
            now(),
            ZoneId.of("Europe/Paris"),
            new PriceList(EUR, List.of()),
            rules,
            false));
  }

  default L accessiblePlacesReleased() {
    return seats(new AccessiblePlacesReleased(PERFORMANCE));
  }

  default L killed(int seat) {
    return seats(
        new HeldBackEvent.PlacesKilled(
            PERFORMANCE,
            new HeldBackId(id("killed " + seat)),
            HeldBackReason.TECHNICAL,
            List.of(new HeldBackSeat(seat, new SeatId("A-" + seat), ZONE)),
            List.of()));
  }

  default L placed(String hold, int... seats) {
    List<HeldSeat> held =
        IntStream.of(seats).mapToObj(n -> new HeldSeat(n, new SeatId("A-" + n), ZONE)).toList();
    return place(hold, held, List.of());
  }

  default L placedInPit(String hold, int quantity) {
    return place(hold, List.of(), List.of(new HeldArea(PIT, ZONE, quantity)));
  }

  private L place(String hold, List<HeldSeat> seats, List<HeldArea> areas) {
    Instant end = now().plusSeconds(480);
    return seats(
        new SeatHoldEvent.HoldPlaced(
            PERFORMANCE, hold(hold), seats, areas, end, 1, WEB, false, null, null, null));
  }

  default L released(String hold) {
    return seats(new SeatHoldEvent.HoldReleased(PERFORMANCE, hold(hold), null));
  }

  default L expired(String hold) {
    return seats(new SeatHoldEvent.HoldExpired(PERFORMANCE, hold(hold), null));
  }

  default L sold(String hold, String order, int... numbers) {
    List<IssuedTicket> tickets =
        IntStream.of(numbers).mapToObj(n -> new IssuedTicket(n, ticket(hold, n))).toList();
    return seats(new SeatHoldEvent.HoldSold(PERFORMANCE, hold(hold), order(order), EUR, tickets));
  }

  default L took() {
    return seats(new PerformanceCompleted(PERFORMANCE));
  }

  default L cancelled() {
    return seats(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));
  }

  /** A ticket is void, as its order is to say. */
  default L voided(String order, int number, boolean isBackOnSale) {
    VoidedTicket ticket =
        new VoidedTicket(
            new TicketId(id("ticket " + number)),
            number,
            new SeatId("A-" + number),
            number,
            null,
            ZONE,
            new PriceTypeCode("FULL"));
    return seats(
        new TicketsVoided(
            PERFORMANCE, order(order), List.of(ticket), TicketReason.DUPLICATE, isBackOnSale));
  }
}
