package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Two processes sell the same two performances together, each in its own order; one is killed in
 * the middle of it. What it acknowledged stands, and of everything else there is all or nothing.
 */
class JointOrdersKilledTest {

  /** Fewer than half of the places: enough are left for the other, however slow it begins. */
  private static final int SALES_OF_SURVIVOR = 20;

  private static final int SELLERS = 4;
  private static final int SALES_BEFORE = 5;

  private static RunningService survivor;
  private static ServiceProcess victim;

  private final ConcurrentLinkedQueue<Answer> placed = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<Answer> paid = new ConcurrentLinkedQueue<>();
  private final AtomicInteger soldByVictim = new AtomicInteger();
  private final AtomicInteger asked = new AtomicInteger();

  private Theatre theatre;
  private String second;

  @BeforeAll
  static void start() {
    survivor = RunningService.start();
    victim = ServiceProcess.start(survivor.database());
  }

  @AfterAll
  static void stop() {
    victim.close();
    survivor.close();
  }

  @Test
  void whatWasAcknowledgedStands_andOfTheRestThereIsAllOrNothing() {
    theatre = Theatre.in(survivor);
    second = theatre.schedule().expecting(201).text("/performanceId");
    theatre.admin().post("/performances/" + second + "/onsale", "{}").expecting(202);

    try (ExecutorService sellers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int seller = 0; seller < SELLERS; seller++) {
        sellers.execute(this::sellUntilKilled);
        sellers.execute(this::sellOn);
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> soldByVictim.get() >= SALES_BEFORE);
      victim.kill();
    }

    assertThat(LogCheck.of(survivor.log()).findings()).isEmpty();
    for (Answer order : paid) {
      Answer state = theatre.look(order).expecting(200);
      assertThat(state.text("/state")).isEqualTo("COMPLETED");
      assertThat(state.json().at("/performances/0/outstandingMinor").asLong()).isZero();
      assertThat(state.json().at("/performances/1/outstandingMinor").asLong()).isZero();
    }
    for (Answer order : placed) {
      if (theatre.look(order).text("/state").equals("PLACED")) {
        theatre.pay(theatre.staff(), order, "CASH", 6_000).expecting(201);
      }
      assertThat(theatre.look(order).text("/state")).isEqualTo("COMPLETED");
    }
    assertThat(LogCheck.of(survivor.log()).findings()).isEmpty();
  }

  /** Until it is killed. */
  private void sellUntilKilled() {
    try {
      while (sell(victim, List.of(theatre.performance, second))) {
        soldByVictim.incrementAndGet();
      }
    } catch (RuntimeException gone) {
      assertThat(soldByVictim.get()).isPositive();
    }
  }

  private void sellOn() {
    while (asked.incrementAndGet() <= SALES_OF_SURVIVOR) {
      sell(survivor, List.of(second, theatre.performance));
    }
  }

  /** Whether it was sold; not where nothing is left. */
  private boolean sell(Served process, List<String> performances) {
    StringBuilder holds = new StringBuilder();
    for (String performance : performances) {
      Answer hold =
          Api.of(process)
              .post("/performances/" + performance + "/holds", "{\"area\":\"PIT\",\"quantity\":1}");
      if (hold.status() != 201) {
        return false;
      }
      holds.append(holds.isEmpty() ? "" : ",");
      holds.append(
          "{\"holdId\":\"%s\",\"holdSecret\":\"%s\"}"
              .formatted(hold.text("/holdId"), hold.text("/holdSecret")));
    }
    Answer order =
        Api.of(process)
            .post(
                "/orders",
                """
                {"holds":[%s],"tickets":[{"area":"PIT","quantity":2,"priceType":"FULL"}]}
                """
                    .formatted(holds));
    order.expecting(201);
    placed.add(order);
    theatre.pay(Api.of(process).as(theatre.boxOffice), order, "CASH", 6_000).expecting(201);
    paid.add(order);
    return true;
  }
}
