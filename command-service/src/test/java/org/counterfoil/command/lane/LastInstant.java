package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sales that are begun together, so that all their holds are over in the same instant. */
final class LastInstant {

  private static final Money PRICE = new Money(2_500, Hall.EUR);
  private static final ProviderName PROVIDER = new ProviderName("simulated");

  private final Hall hall;
  private final TimeOrderedIds ids;
  private final List<HashedLanes> processes;
  private final JdbcClient sql;
  private final List<Sale> begun = new ArrayList<>();
  private Instant payBefore = Instant.MIN;

  /**
   * An order that is waiting for its money.
   *
   * @param payment begun at a provider where the number is odd
   */
  record Sale(int number, SeatId seat, HoldId hold, OrderId order, PaymentId payment) {

    boolean isAtProvider() {
      return number % 2 == 1;
    }
  }

  LastInstant(Hall hall, TimeOrderedIds ids, TestStore store, List<HashedLanes> processes) {
    this.hall = hall;
    this.ids = ids;
    this.processes = processes;
    this.sql = JdbcClient.create(store.as(DatabaseRoles.READER));
  }

  /** Holds and orders each seat of a row, through all processes in turn. */
  List<Sale> begin(int row, int seats) throws Exception {
    begun.clear();
    List<Future<OrderPlaced>> running = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int number = 1; number <= seats; number++) {
        Sale sale =
            new Sale(
                number,
                Hall.seat(row, number),
                new HoldId(ids.next()),
                new OrderId(ids.next()),
                new PaymentId(ids.next()));
        begun.add(sale);
        running.add(threads.submit(() -> begin(sale)));
      }
      for (Future<OrderPlaced> one : running) {
        payBefore = one.get().payBefore();
      }
    }
    return List.copyOf(begun);
  }

  private OrderPlaced begin(Sale sale) {
    HashedLanes process = processes.get(sale.number() % processes.size());
    accepted(process, hall.hold(sale.hold(), sale.seat()));
    Outcome.Accepted ordered =
        accepted(process, hall.order(sale.order(), sale.hold(), sale.seat()));
    if (sale.isAtProvider()) {
      accepted(
          process,
          new StartPayment(
              sale.order(), hall.performance, sale.payment(), PaymentMethod.CARD, PROVIDER, PRICE));
    }
    return ordered.events().stream()
        .filter(OrderPlaced.class::isInstance)
        .map(OrderPlaced.class::cast)
        .findFirst()
        .orElseThrow();
  }

  /** When all their holds are over; the same for all, because they were begun at one time. */
  Instant payBefore() {
    return payBefore;
  }

  /** Pays through another process than the one that set the hold's timer. */
  void pay(Sale sale) {
    HashedLanes process = processes.get((sale.number() + 1) % processes.size());
    Outcome outcome = process.submit(Hall.by(payment(sale)));
    if (outcome instanceof Outcome.Refused refused) {
      assertThat(sale.isAtProvider()).isFalse();
      assertThat(refused.code()).isEqualTo(OrderRejection.ORDER_LAPSED);
    }
  }

  private Command payment(Sale sale) {
    return sale.isAtProvider()
        ? new ConfirmPayment(
            sale.order(),
            hall.performance,
            sale.payment(),
            PRICE,
            new HoldId(ids.next()),
            new RefundId(ids.next()))
        : hall.cash(sale.order(), PRICE.minor());
  }

  /** Somebody else would like it; whether the seat is free by now, the process knows. */
  void wishForTheSeatOf(Sale sale) {
    HashedLanes process = processes.get(sale.number() % processes.size());
    process.submit(Hall.by(hall.hold(new HoldId(ids.next()), sale.seat())));
  }

  /** Waits until the end of every hold is recorded. */
  void awaitAllEnded() {
    UUID[] holds = begun.stream().map(sale -> sale.hold().value()).toArray(UUID[]::new);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                sql.sql(
                            """
                            select count(*) from log.event where hold_id = any(:holds)
                            and name in ('seat-hold.sold', 'seat-hold.released', 'seat-hold.expired')
                            """)
                        .param("holds", holds)
                        .query(Long.class)
                        .single()
                    == holds.length);
  }

  private static Outcome.Accepted accepted(HashedLanes process, Command command) {
    Outcome outcome = process.submit(Hall.by(command));
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return (Outcome.Accepted) outcome;
  }
}
