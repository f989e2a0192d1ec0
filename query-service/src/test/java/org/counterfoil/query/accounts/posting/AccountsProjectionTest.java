package org.counterfoil.query.accounts.posting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.feed.projection.Projection;
import org.counterfoil.feed.projection.ProjectionRunner;
import org.counterfoil.query.accounts.ledgers.LedgerQueries;
import org.counterfoil.query.accounts.ledgers.Ledgers;
import org.counterfoil.query.accounts.ledgers.TrialBalance;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.statements.StatementOfReceipts;
import org.counterfoil.query.accounts.statements.StatementQueries;
import org.counterfoil.query.given.Bench;
import org.counterfoil.query.given.Carrier;
import org.counterfoil.query.given.House;
import org.counterfoil.query.given.NaiveCount;
import org.counterfoil.query.given.ProjectionTest;
import org.counterfoil.query.given.SalesByChance;
import org.counterfoil.query.given.TestLog;
import org.counterfoil.query.live.AsOf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The books are always what a count of the events says. */
@ParameterizedClass
@EnumSource(Carrier.class)
class AccountsProjectionTest extends ProjectionTest {

  @Override
  protected Projection projection() {
    return new AccountsProjection();
  }

  @Override
  protected DataSource tables(Bench of) {
    return of.accounts();
  }

  @Override
  protected void sell() {
    OrganisationId first = organisations.getFirst();
    PerformanceId training =
        office.training(
            first, office.venue(first, "X", true), "Try", START.plus(Duration.ofDays(9)));
    office.sellSeats(training, 0, 2);
    new SalesByChance(office, performances, SEED).act(150);
    payInPartsByChance(new Random(SEED));
  }

  @Override
  protected Set<String> filled() {
    return Set.of(
        "operation",
        "entry",
        "entry_line",
        "ticket",
        "money_move",
        "rate_amount",
        "order_books",
        "performance",
        "organisation");
  }

  @Test
  void booksAreWhatACountOfTheEventsSays() throws Exception {
    try (ProjectionRunner runner = bench.run(new AccountsProjection())) {
      bench.awaitAll(runner);
      assertThat(runner.parked()).isEmpty();
      long issued = 0;
      for (PerformanceId performance : performances) {
        NaiveCount count = new NaiveCount(bench.log(), performance, written -> true);
        issued += statement(performance).issued();
        assertPerformance(performance, count);
      }
      assertThat(issued).as("issued by seed %s", SEED).isPositive();
      assertThat(bench.log().written().stream().map(TestLog.Written::event))
          .as("exchanges between performances of seed %s", SEED)
          .hasAtLeastOneElementOfType(TicketsExchangedElsewhere.class);
      organisations.forEach(this::assertOrganisation);
    }
  }

  private void payInPartsByChance(Random random) {
    for (int order = 0; order < 12; order++) {
      PerformanceId performance = performances.get(random.nextInt(performances.size()));
      int seat = 60 + order * 2;
      HoldId hold;
      try {
        hold = office.hold(performance, seat, 1);
      } catch (IllegalStateException taken) {
        continue;
      }
      OrderId id = new OrderId(office.id());
      TicketWish wish =
          new TicketWish(
              new TicketId(office.id()), office.plan().seat(seat).id(), null, House.FULL, null);
      if (office.decide(new PlaceOrder(id, performance, List.of(hold), List.of(wish), House.WEB))) {
        payParts(id, performance, random);
      }
    }
  }

  private void payParts(OrderId id, PerformanceId performance, Random random) {
    for (int part = 0; part < 3 && !office.order(id).outstanding().isZero(); part++) {
      long outstanding = office.order(id).outstanding().minor();
      Money amount =
          new Money(part == 2 ? outstanding : 1 + random.nextLong(outstanding), House.EUR);
      if (part == 2 && random.nextBoolean()) {
        office.decide(
            new LapseOrder(
                id, performance, List.of(new RefundId(office.id()), new RefundId(office.id()))));
        return;
      }
      office.decide(
          new TakePayment(
              id, performance, new PaymentId(office.id()), PaymentMethod.CARD, null, amount));
    }
  }

  /** A ticket that is void without money keeps its price in the books. */
  private void assertPerformance(PerformanceId performance, NaiveCount count) {
    StatementOfReceipts statement = statement(performance);
    long gross = 0;
    long tax = 0;
    for (TestLog.Written written : bench.log().written()) {
      if (written.event() instanceof HoldSold sold && sold.performanceId().equals(performance)) {
        gross += sold.tickets().stream().mapToLong(t -> t.ticket().faceValueMinor()).sum();
        tax += sold.tickets().stream().mapToLong(t -> t.ticket().taxMinor()).sum();
      } else if (written.event() instanceof TicketsRefunded refunded
          && refunded.performanceId().equals(performance)) {
        gross -= refunded.tickets().stream().mapToLong(RefundedTicket::grossMinor).sum();
        tax -= refunded.tickets().stream().mapToLong(RefundedTicket::taxMinor).sum();
      } else if (written.event() instanceof TicketsExchanged exchanged
          && exchanged.performanceId().equals(performance)) {
        gross -= exchanged.returned().stream().mapToLong(RefundedTicket::grossMinor).sum();
        tax -= exchanged.returned().stream().mapToLong(RefundedTicket::taxMinor).sum();
      } else if (written.event() instanceof TicketsExchangedElsewhere left
          && left.performanceId().equals(performance)) {
        gross -= left.returned().stream().mapToLong(RefundedTicket::grossMinor).sum();
        tax -= left.returned().stream().mapToLong(RefundedTicket::taxMinor).sum();
      }
    }
    assertThat(statement.issued() - statement.voided()).isEqualTo(count.sold());
    assertThat(statement.comps()).isEqualTo(count.comps());
    assertThat(statement.receiptsMinor()).as("seed %s", SEED).isEqualTo(gross);
    assertThat(statement.taxMinor()).isEqualTo(tax);
    assertThat(balanceMinor("487", performance))
        .as("deferred of seed %s", SEED)
        .isEqualTo(tax - gross);
  }

  private void assertOrganisation(OrganisationId organisation) {
    JdbcClient tables = JdbcClient.create(bench.accounts());
    for (String gapless : List.of("entry", "operation where not is_training")) {
      String and = gapless.contains("where") ? " and " : " where ";
      assertThat(
              tables
                  .sql(
                      "select count(*) = coalesce(max(number), 0) and min(number) = 1 from accounts."
                          + gapless
                          + and
                          + "organisation_id = ?")
                  .param(organisation.value())
                  .query(Boolean.class)
                  .single())
          .as(gapless)
          .isTrue();
    }
    BooksScope all = BooksScope.all(organisation, new AsOf.Now());
    LedgerQueries queries = new LedgerQueries(new BooksSnapshot(bench.accounts()));
    TrialBalance balance = queries.trialBalance(all, 0);
    Ledgers ledgers = queries.ledgers(all, 0);
    assertThat(balance.debitMinor()).isEqualTo(balance.creditMinor()).isPositive();
    assertThat(ledgers.balanced()).isTrue();
    assertThat(ledgers.cashMinor())
        .as("cash of seed %s", SEED)
        .isEqualTo(
            balance.accounts().stream()
                .filter(account -> account.account().startsWith("5"))
                .mapToLong(TrialBalance.AccountBalance::balanceMinor)
                .sum());
    assertThat(-queries.vat(all, 0).taxMinor())
        .as("tax of seed %s", SEED)
        .isEqualTo(
            balance.accounts().stream()
                .filter(account -> account.account().equals("445710"))
                .mapToLong(TrialBalance.AccountBalance::balanceMinor)
                .sum());
  }

  private StatementOfReceipts statement(PerformanceId performance) {
    OrganisationId organisation = office.seats(performance).performance().organisation();
    return new StatementQueries(new BooksSnapshot(bench.accounts()))
        .ofPerformance(BooksScope.all(organisation, new AsOf.Now()), performance)
        .orElseThrow();
  }

  private long balanceMinor(String account, PerformanceId performance) {
    return JdbcClient.create(bench.accounts())
        .sql(
            """
            select coalesce(sum(debit_minor - credit_minor), 0) from accounts.entry_line
            where account = ? and performance_id = ?
            """)
        .params(account, performance.value())
        .query(Long.class)
        .single();
  }
}
