package org.counterfoil.bench.snapshot;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.counterfoil.bench.halls.Halls;
import org.counterfoil.command.aggregate.PerformanceAggregate;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceDecider;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldDecider;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlans;

/** A performance in the middle of its onsale, as its events made it. */
final class Stadium {

  private static final PerformanceDecider PERFORMANCE = new PerformanceDecider();
  private static final SeatHoldDecider SEATS = new SeatHoldDecider();
  private static final int MARK_BYTES = 32;
  private static final Instant NOON = Instant.parse("2027-03-01T12:00:00Z");

  private final Random random = new Random(20_261_123);
  private final Halls halls;
  private final PerformanceAggregate aggregate;
  private final PerformanceId performance;
  private int nextPair;

  Stadium(int seats) {
    this.halls = new Halls(seats, this::id);
    this.performance = new PerformanceId(id());
    this.aggregate = new PerformanceAggregate(performance.value(), halls.plans());
    for (Command command : halls.opening(performance)) {
      if (command instanceof PerformanceCommand terms) {
        decide(terms).forEach(event -> PERFORMANCE.evolve(aggregate.state().performance(), event));
      }
    }
  }

  private List<PerformanceEvent> decide(PerformanceCommand command) {
    return switch (PERFORMANCE.decide(command, aggregate.state().performance(), Instant.now())) {
      case Decision.Accepted<PerformanceEvent> accepted -> accepted.events();
      case Decision.Rejected<PerformanceEvent> refused ->
          throw new IllegalStateException("Expected an open sale, but " + refused);
    };
  }

  /** Pairs that are held now. */
  Stadium held(int pairs) {
    place(pairs);
    return this;
  }

  /** Pairs that were held and are sold. */
  Stadium sold(int pairs) {
    for (HoldId hold : place(pairs)) {
      evolve(
          new HoldSold(
              performance, hold, new OrderId(id()), Currency.getInstance("EUR"), List.of()));
    }
    return this;
  }

  /** Pairs that were held and given back. */
  Stadium givenBack(int pairs) {
    int before = nextPair;
    for (HoldId hold : place(pairs)) {
      evolve(new HoldReleased(performance, hold, null));
    }
    nextPair = before;
    return this;
  }

  PerformanceAggregate aggregate() {
    return aggregate;
  }

  SeatingPlans plans() {
    return halls.plans();
  }

  private List<HoldId> place(int pairs) {
    SeatingPlan plan = aggregate.state().performance().plan();
    List<HoldId> holds = new ArrayList<>(pairs);
    for (int pair = 0; pair < pairs; pair++, nextPair++) {
      HoldId hold = new HoldId(id());
      evolve(
          new HoldPlaced(
              performance,
              hold,
              List.of(seat(plan, 2 * nextPair), seat(plan, 2 * nextPair + 1)),
              List.of(),
              NOON.plusSeconds(nextPair),
              1,
              new SalesChannel("WEB"),
              false,
              buyer(),
              new AdmissionId(id()),
              null));
      holds.add(hold);
    }
    return holds;
  }

  private static HeldSeat seat(SeatingPlan plan, int index) {
    return new HeldSeat(index, plan.seat(index).id(), plan.seat(index).zone());
  }

  private void evolve(SeatHoldEvent event) {
    SEATS.evolve(aggregate.state(), event);
  }

  private BuyerMark buyer() {
    byte[] mark = new byte[MARK_BYTES];
    random.nextBytes(mark);
    return new BuyerMark(Base64.getUrlEncoder().withoutPadding().encodeToString(mark));
  }

  private UUID id() {
    return new UUID(
        (random.nextLong() & ~0xF000L) | 0x7000L,
        (random.nextLong() & Long.MAX_VALUE >>> 1) | Long.MIN_VALUE);
  }
}
