package org.counterfoil.query.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.order.OrderTicket;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundTo;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceStage;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.accounts.ledgers.LedgerQueries;
import org.counterfoil.query.accounts.ledgers.TrialBalance.AccountBalance;
import org.counterfoil.query.accounts.posting.AccountsProjection;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;
import org.counterfoil.query.accounts.statements.StatementQueries;
import org.counterfoil.query.given.Bench;
import org.counterfoil.query.given.BoxOffice;
import org.counterfoil.query.given.Carrier;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.NaiveCount;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Dashboards, statements and books say the same of a cancelled performance at every position of the
 * log: before it was cancelled, while its orders are decided on one by one, and afterwards.
 */
class CancelledPerformanceTest {

  private static final Instant START = Instant.parse("2026-10-01T08:00:00Z");

  private final Bench bench = new Bench(Carrier.STORE_TAIL);
  private final BoxOffice office = new BoxOffice(bench.log(), House.plan(6, 11, 40), START);
  private final List<Long> commits = new ArrayList<>();
  private OrganisationId organisation;
  private PerformanceId performance;

  /** Sold: 2, 1, 3 and a free one; of these one is refunded, one in part, one void for nothing. */
  @BeforeEach
  void sold() {
    organisation = office.organisation("Théâtre du Port");
    performance =
        office.performance(
            organisation,
            office.venue(organisation, "Théâtre du Port", true),
            "Phèdre",
            START.plus(Duration.ofDays(30)));
    sell(0, 2);
    sell(4, 1);
    sell(8, 3);
    HoldId free = office.hold(performance, 20, 1);
    TicketWish comp =
        new TicketWish(
            new TicketId(office.id()),
            office.plan().seat(20).id(),
            null,
            House.COMP,
            CompReason.PRESS);
    assertThat(office.sell(performance, free, List.of(comp), House.COUNTER)).isTrue();
    List<OrderTicket> tickets =
        office.completedOrders(performance).stream().flatMap(o -> o.tickets().stream()).toList();
    commits.add(bench.log().last());
    refund(tickets.get(0), null);
    refund(tickets.get(2), 1_000L);
    OrderTicket lost = tickets.get(3);
    assertThat(
            office.decide(
                new VoidTickets(
                    order(lost).placed().orderId(),
                    performance,
                    List.of(id(lost)),
                    TicketReason.FRAUD)))
        .isTrue();
    commits.add(bench.log().last());
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void isOwedEverywhereFromTheSamePositionOn() throws Exception {
    try (ProjectionRunner sales = bench.run(new SalesProjection());
        ProjectionRunner accounts = bench.run(new AccountsProjection())) {
      await(sales, accounts);
      assertThat(dashboard(new AsOf.Now()).figures().grossMinor()).isPositive();

      office.advance(Duration.ofDays(2));
      office.hold(performance, 30, 2);
      office.end(new CancelPerformance(performance, CancellationReason.STRIKE, true, null));
      long cancelled = bench.log().last();
      commits.add(cancelled);
      await(sales, accounts);

      PerformanceDashboard off = dashboard(new AsOf.Now());
      assertThat(off.state()).isEqualTo(PerformanceStage.CANCELLED);
      assertThat(off.figures().sold()).isZero();
      assertThat(off.figures().comps()).isZero();
      assertThat(off.figures().grossMinor()).isZero();
      assertThat(off.figures().curve().getLast().grossMinor()).isZero();
      assertThat(off.figures().byPriceType()).allMatch(line -> line.takings().grossMinor() == 0);
      assertThat(statement(new AsOf.Now()).receiptsMinor()).isZero();
      assertThat(balance("4197", new AsOf.Now())).isEqualTo(-(6 * 4_200 - 4_200 - 1_000));

      giveBackOrderByOrder();
      await(sales, accounts);
      assertSameEverywhere();
      assertThat(dashboard(new AsOf.Now()).figures()).isEqualTo(off.figures());
      assertThat(sales.check().isEqual()).isTrue();
      assertThat(accounts.check().isEqual()).isTrue();
    }
  }

  /**
   * Asked before, so that what is kept of the answer is not what it was before the cancellation.
   */
  @Test
  void hasNoFreePlaces() throws Exception {
    try (ProjectionRunner sales = bench.run(new SalesProjection())) {
      assertThat(sales.awaitPosition(bench.log().last(), Duration.ofSeconds(30))).isTrue();
      AvailabilityQueries queries = new AvailabilityQueries(new SalesSnapshot(bench.sales()));
      Availability before = availability(queries);
      assertThat(seats(before)).contains(0).contains(2).doesNotContain(3);
      assertThat(before.zones()).anyMatch(zone -> zone.available() > 0);

      office.end(new CancelPerformance(performance, CancellationReason.STRIKE, true, null));
      assertThat(sales.awaitPosition(bench.log().last(), Duration.ofSeconds(30))).isTrue();

      Availability off = availability(queries);
      assertThat(seats(off)).doesNotContain(0).contains(2).contains(3);
      assertThat(off.zones()).isNotEmpty().allMatch(zone -> zone.available() == 0);
      assertThat(off.zones())
          .allMatch(zone -> zone.capacity() == zone.held() + zone.sold() + zone.heldBack());
      assertThat(off.areas()).isNotEmpty().allMatch(area -> area.available() == 0);
    }
  }

  private Availability availability(AvailabilityQueries queries) {
    return queries.current(performance, bench.log().last()).orElseThrow().availability();
  }

  private static List<Integer> seats(Availability availability) {
    byte[] bytes = Base64.getDecoder().decode(availability.seats());
    return IntStream.range(0, availability.seatCount())
        .mapToObj(seat -> (bytes[seat / 4] >> (6 - 2 * (seat % 4))) & 3)
        .toList();
  }

  private void giveBackOrderByOrder() {
    for (Order order : office.completedOrders(performance)) {
      office.advance(Duration.ofMinutes(1));
      List<RefundId> spare =
          order.payments().stream().map(payment -> new RefundId(office.id())).toList();
      office.decide(new ReturnCancelled(order.placed().orderId(), performance, spare));
      commits.add(bench.log().last());
    }
  }

  /** An operation is one event of a commit, so ledgers are compared where commits end. */
  private void assertSameEverywhere() {
    for (long position = commits.getFirst(); position <= bench.log().last(); position++) {
      AsOf asOf = new AsOf.Position(position);
      long at = position;
      SalesFigures figures = dashboard(asOf).figures();
      NaiveCount count = new NaiveCount(bench.log(), performance, w -> w.position() <= at);
      StatementOfReceipts statement = statement(asOf);
      assertThat(figures.sold())
          .as("sold at %s", position)
          .isEqualTo(count.sold())
          .isEqualTo(statement.issued() - statement.voided());
      assertThat(figures.comps()).isEqualTo(count.comps()).isEqualTo(statement.comps());
      assertThat(figures.grossMinor())
          .as("gross at %s", position)
          .isEqualTo(count.grossMinor())
          .isEqualTo(statement.receiptsMinor());
      assertThat(figures.taxMinor()).isEqualTo(count.taxMinor()).isEqualTo(statement.taxMinor());
      assertThat(figures.curve().getLast().grossMinor()).isEqualTo(figures.grossMinor());
      if (commits.contains(position)) {
        assertThat(-balance("487", asOf)).as("487 at %s", position).isEqualTo(figures.netMinor());
        assertThat(ledgers().ledgers(BooksScope.all(organisation, asOf), 0).salesMinor())
            .as("sales ledger at %s", position)
            .isEqualTo(figures.grossMinor());
      }
    }
  }

  private void sell(int first, int count) {
    office.sellSeats(performance, first, count);
    office.advance(Duration.ofMinutes(7));
  }

  private void refund(OrderTicket ticket, @Nullable Long amountMinor) {
    assertThat(
            office.decide(
                new RefundTickets(
                    order(ticket).placed().orderId(),
                    performance,
                    List.of(id(ticket)),
                    amountMinor,
                    RefundTo.ORIGINAL,
                    TicketReason.GOODWILL,
                    true,
                    List.of(new RefundId(office.id())))))
        .isTrue();
    commits.add(bench.log().last());
  }

  private Order order(OrderTicket ticket) {
    return office.completedOrders(performance).stream()
        .filter(order -> order.ticket(id(ticket)) != null)
        .findFirst()
        .orElseThrow();
  }

  private static TicketId id(OrderTicket ticket) {
    return ticket.issued().ticket().ticketId();
  }

  private void await(ProjectionRunner sales, ProjectionRunner accounts)
      throws InterruptedException {
    bench.awaitAll(sales);
    bench.awaitAll(accounts);
    assertThat(sales.parked()).isEmpty();
    assertThat(accounts.parked()).isEmpty();
  }

  private PerformanceDashboard dashboard(AsOf asOf) {
    return new DashboardQueries(new SalesSnapshot(bench.sales()))
        .performance(performance, asOf, bench.log().last())
        .orElseThrow();
  }

  private StatementOfReceipts statement(AsOf asOf) {
    return new StatementQueries(new BooksSnapshot(bench.accounts()))
        .ofPerformance(BooksScope.all(organisation, asOf), performance)
        .orElseThrow();
  }

  private LedgerQueries ledgers() {
    return new LedgerQueries(new BooksSnapshot(bench.accounts()));
  }

  private long balance(String account, AsOf asOf) {
    return ledgers().trialBalance(BooksScope.all(organisation, asOf), 0).accounts().stream()
        .filter(line -> line.account().equals(account))
        .mapToLong(AccountBalance::balanceMinor)
        .sum();
  }
}
