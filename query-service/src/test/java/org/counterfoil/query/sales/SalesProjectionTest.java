package org.counterfoil.query.sales;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.waitingroom.WaitingRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.counterfoil.feed.projection.Projection;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.given.Bench;
import org.counterfoil.query.given.Carrier;
import org.counterfoil.query.given.NaiveCount;
import org.counterfoil.query.given.ProjectionTest;
import org.counterfoil.query.given.SalesByChance;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Rows of sales are always what a count says, now and as of any moment. */
@ParameterizedClass
@EnumSource(Carrier.class)
class SalesProjectionTest extends ProjectionTest {

  private @Nullable AvailabilityQueries kept;

  @Override
  protected Projection projection() {
    return new SalesProjection();
  }

  @Override
  protected DataSource tables(Bench of) {
    return of.sales();
  }

  @Override
  protected void sell() {
    new SalesByChance(office, performances, SEED).act(400);
  }

  @Override
  protected Set<String> filled() {
    return Set.of(
        "performance",
        "zone",
        "seat_hold",
        "ticket",
        "receipts",
        "sold_minute",
        "ticket_refund",
        "held_back",
        "held_back_step",
        "waiting_entry",
        "waiting_room",
        "scan");
  }

  @Test
  void figuresAreWhatACountOfTheEventsSays() throws Exception {
    try (ProjectionRunner runner = bench.run(new SalesProjection())) {
      bench.awaitAll(runner);
      assertThat(runner.parked()).isEmpty();
      for (PerformanceId performance : performances) {
        NaiveCount count = new NaiveCount(bench.log(), performance, written -> true);
        assertThat(count.sold()).as("sold by seed %s", SEED).isPositive();
        assertDashboard(dashboard(performance, new AsOf.Now()), count);
        assertSeats(performance, count);
      }
    }
  }

  @Test
  void anyPastPositionAndTimeCanBeAnswered() throws Exception {
    try (ProjectionRunner runner = bench.run(new SalesProjection())) {
      bench.awaitAll(runner);
      long last = bench.log().last();
      for (PerformanceId performance : performances) {
        for (long position : List.of(last, last / 2, last * 2 / 3, 3 * last / 4 + 1)) {
          NaiveCount count =
              new NaiveCount(bench.log(), performance, w -> w.position() <= position);
          assertDashboard(dashboard(performance, new AsOf.Position(position)), count);
          Instant at = bench.log().written().get((int) position).at();
          NaiveCount untilThen = new NaiveCount(bench.log(), performance, w -> !w.at().isAfter(at));
          assertFigures(dashboard(performance, new AsOf.Time(at)).figures(), untilThen);
        }
      }
    }
  }

  @Test
  void whatEndsIsShownFromThenOn_andWhatGoesBackIsCounted() throws Exception {
    PerformanceId cancelled = performances.getFirst();
    PerformanceId completed = performances.getLast();
    long before = bench.log().last();
    office.end(new CancelPerformance(cancelled, CancellationReason.STRIKE, true, null));
    for (Order order : office.completedOrders(cancelled)) {
      List<RefundId> spare =
          order.payments().stream().map(payment -> new RefundId(office.id())).toList();
      office.decide(new ReturnCancelled(order.placed().orderId(), cancelled, spare));
    }
    office.end(new CompletePerformance(completed, false));

    try (ProjectionRunner runner = bench.run(new SalesProjection())) {
      bench.awaitAll(runner);
      assertThat(runner.parked()).isEmpty();
      PerformanceDashboard off = dashboard(cancelled, new AsOf.Now());
      assertThat(off.state()).isEqualTo(PerformanceStage.CANCELLED);
      assertThat(off.figures().sold()).isZero();
      assertThat(off.figures().grossMinor()).isZero();
      assertThat(off.figures().held()).isZero();
      assertDashboard(off, new NaiveCount(bench.log(), cancelled, written -> true));
      PerformanceDashboard then = dashboard(cancelled, new AsOf.Position(before));
      assertThat(then.state()).isEqualTo(PerformanceStage.SCHEDULED);
      assertThat(then.figures().sold()).isPositive();
      PerformanceDashboard took = dashboard(completed, new AsOf.Now());
      assertThat(took.state()).isEqualTo(PerformanceStage.COMPLETED);
      assertThat(took.figures().grossMinor()).isPositive();
    }
  }

  private PerformanceDashboard dashboard(PerformanceId performance, AsOf asOf) {
    return new DashboardQueries(new SalesSnapshot(bench.sales()))
        .performance(performance, asOf, bench.log().last())
        .orElseThrow();
  }

  /** What keeps places off sale adds up to what is held back. */
  private void assertDashboard(PerformanceDashboard dashboard, NaiveCount count) {
    assertFigures(dashboard.figures(), count);
    assertThat(dashboard.heldBackBy().stream().mapToLong(HeldBackLine::free).sum())
        .isEqualTo(dashboard.figures().heldBack());
    assertThat(
            dashboard.heldBackBy().stream()
                .filter(line -> line.kind().equals("ALLOTMENT"))
                .collect(toMap(HeldBackLine::heldBackId, SalesProjectionTest::cascade)))
        .isEqualTo(count.cascades());
    WaitingFigures list = dashboard.waitingList();
    assertThat(
            "%d/%d/%d/%d"
                .formatted(list.waiting(), list.placesAwaited(), list.offered(), list.taken()))
        .isEqualTo(count.waitingList());
    assertRoom(dashboard.waitingRoom(), count.waitingRoom());
    AdmissionFigures doors = dashboard.admissions();
    assertThat("%d/%d/%d".formatted(doors.admitted(), doors.refused(), doors.contested()))
        .isEqualTo(count.admissions());
    assertThat(doors.byGate().stream().mapToLong(AdmissionFigures.ByGate::admitted).sum())
        .isEqualTo(doors.admitted());
    assertThat(doors.byReason().stream().mapToLong(AdmissionFigures.ByReason::scans).sum())
        .isEqualTo(doors.refused() + doors.contested());
  }

  private static List<String> cascade(HeldBackLine line) {
    return line.cascadesTo().stream().map(next -> next.channel() + " " + next.returnsAt()).toList();
  }

  private static void assertRoom(@Nullable WaitingRoomFigures figures, @Nullable WaitingRoom room) {
    if (figures == null || room == null) {
      assertThat(figures).isNull();
      assertThat(room).isNull();
      return;
    }
    WaitingRoom.Copy copy = room.copy();
    assertThat(figures)
        .isEqualTo(
            new WaitingRoomFigures(
                room.phase().name(),
                of(copy.terms(), WaitingRoomTerms::lobbyOpensAt),
                of(copy.terms(), WaitingRoomTerms::opensAt),
                of(copy.terms(), WaitingRoomTerms::admissionsPerSecond),
                of(of(copy.terms(), WaitingRoomTerms::beacon), PublicLabel::value),
                of(copy.lobbyOpened(), opened -> opened.seedHash().value()),
                of(copy.lobbyClosed(), WaitingRoomEvent.LobbyClosed::entrants),
                of(copy.lobbyClosed(), closed -> closed.listHash().value()),
                of(copy.beaconRead(), read -> read.value().value()),
                of(copy.opened(), opened -> opened.seed().value()),
                of(copy.rate(), WaitingRoomEvent.RateChanged::admissionsPerMinute)));
  }

  private static <T, R> @Nullable R of(@Nullable T value, Function<T, R> part) {
    return value == null ? null : part.apply(value);
  }

  private void assertFigures(SalesFigures figures, NaiveCount count) {
    assertThat(figures.capacity()).isEqualTo(8 * 11 + 40);
    assertThat(figures.sold()).isEqualTo(count.sold());
    assertThat(figures.held()).isEqualTo(count.held());
    assertThat(figures.comps()).isEqualTo(count.comps());
    assertThat(figures.grossMinor()).isEqualTo(count.grossMinor());
    assertThat(figures.taxMinor()).isEqualTo(count.taxMinor());
    assertThat(figures.netMinor()).isEqualTo(count.grossMinor() - count.taxMinor());
    assertThat(figures.available())
        .isEqualTo(figures.capacity() - count.sold() - count.held() - figures.heldBack());
    assertThat(figures.heldBack())
        .isEqualTo(figures.byZone().stream().mapToLong(zone -> count.heldBack(zone.zone())).sum());
    for (SalesFigures.ByZone zone : figures.byZone()) {
      assertThat(zone.heldBack()).as(zone.zone()).isEqualTo(count.heldBack(zone.zone()));
      assertThat(zone.held()).as(zone.zone()).isEqualTo(count.held(zone.zone()));
    }
    assertThat(texts(figures.byZone(), z -> z.zone(), z -> z.takings()))
        .isEqualTo(count.by(sold -> sold.ticket().zone().value()));
    assertThat(texts(figures.byPriceType(), p -> p.priceType(), p -> p.takings()))
        .isEqualTo(count.by(sold -> sold.ticket().priceType().value()));
    assertThat(texts(figures.byChannel(), c -> c.channel(), c -> c.takings()))
        .isEqualTo(count.by(NaiveCount.Sold::channel));
    assertThat(texts(figures.byTaxRate(), r -> r.taxRate(), r -> r.takings()))
        .isEqualTo(count.by(sold -> sold.ticket().taxRate().value()));
    if (count.sold() > 0) {
      assertThat(figures.curve().getLast().sold()).isEqualTo(count.sold());
      assertThat(figures.curve().getLast().grossMinor()).isEqualTo(count.grossMinor());
      assertThat(figures.curve()).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    }
  }

  /** The same for all questions of a test: what it keeps must not be what was before. */
  private AvailabilityQueries kept() {
    if (kept == null) {
      kept = new AvailabilityQueries(new SalesSnapshot(bench.sales()));
    }
    return kept;
  }

  /** The bits are read here as the contract's reader would, not by the code that wrote them. */
  private void assertSeats(PerformanceId performance, NaiveCount count) {
    Availability availability =
        kept().current(performance, bench.log().last()).orElseThrow().availability();
    assertThat(availability.position()).isEqualTo(bench.log().last());
    byte[] bytes = Base64.getDecoder().decode(availability.seats());
    List<Integer> seats =
        IntStream.range(0, availability.seatCount())
            .mapToObj(seat -> (bytes[seat / 4] >> (6 - 2 * (seat % 4))) & 3)
            .toList();
    assertThat(seats)
        .isEqualTo(
            count.seats(office.plan().seatCount(), id -> office.plan().indexOf(new SeatId(id))));
    assertThat(availability.areas()).hasSize(1);
    assertThat(availability.areas().getFirst().held()).isEqualTo(count.held("STANDING"));
    assertThat(availability.areas().getFirst().heldBack()).isEqualTo(count.heldBack("STANDING"));
  }

  private static <T> Map<String, String> texts(
      List<T> lines, Function<T, String> key, Function<T, Takings> takings) {
    Map<String, String> texts = new TreeMap<>();
    for (T line : lines) {
      Takings t = takings.apply(line);
      if (t.sold() != 0 || t.grossMinor() != 0) {
        texts.put(key.apply(line), t.sold() + "/" + t.grossMinor() + "/" + t.taxMinor());
      }
    }
    return texts;
  }
}
