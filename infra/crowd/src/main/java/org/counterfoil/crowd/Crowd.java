package org.counterfoil.crowd;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.crowd.Door.Pass;
import org.counterfoil.crowd.Progress.Phase;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.check.Checks;
import org.counterfoil.crowd.check.Complaints;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.plan.CrowdPlan;
import org.counterfoil.crowd.plan.Visitor;

/**
 * A crowd that comes to one onsale, over HTTP. It may be watched and stopped from other threads.
 */
public final class Crowd implements AutoCloseable {

  private static final int PAUSE_MILLIS = 20;
  private static final long MOST_LAG_MILLIS = 1_000;

  private final CrowdSettings settings;
  private final Http commands;
  private final Http queries;
  private final Meters meters = new Meters();
  private final Books books = new Books();
  private final Shop shop;
  private final House house;
  private final ExecutorService sessions = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger arrived = new AtomicInteger();
  private final AtomicInteger inside = new AtomicInteger();
  private final Semaphore room;
  private final long created = System.nanoTime();
  private volatile Phase phase = Phase.GATHERING;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private volatile long capacity;

  /**
   * Looks at the performance; nobody comes yet.
   *
   * @throws IllegalArgumentException where it is not for training and may not be bought
   * @throws IOException where it cannot be read
   */
  public Crowd(CrowdSettings settings) throws IOException, InterruptedException {
    this.settings = settings;
    this.commands = new Http(settings.commandUrl(), settings.connections());
    this.queries = new Http(settings.queryUrl(), settings.connections());
    this.room = new Semaphore(settings.mostInside());
    this.shop = new Shop(commands, queries, meters);
    this.house = Stage.house(commands, settings.performanceId());
    if (!house.isTraining() && !settings.mayBuyForReal()) {
      throw new IllegalArgumentException(
          "Expected a performance for training, but "
              + settings.performanceId()
              + " takes place: a crowd would buy real tickets");
    }
  }

  /**
   * Lets them come, and waits until everything has ended.
   *
   * @param untilOpening from now until the sale opens
   */
  public CrowdReport run(Duration untilOpening) throws InterruptedException {
    long cpu = processCpuMillis();
    long opening = System.nanoTime() + untilOpening.toNanos();
    Sights sights = new Sights(shop, house.performanceId());
    Door door =
        house.hasWaitingRoom() ? new WaitingRoomDoor(shop, house.performanceId()) : Door.open();
    Onsale onsale = new Onsale(house, shop, sights, books, door, opening, settings.counterToken());
    Sight first = sights.look();
    capacity = first == null ? 0 : first.zones().values().stream().mapToLong(Long::longValue).sum();
    long lag;
    try (Watcher watcher = new Watcher(sights)) {
      letThemCome(onsale, opening - settings.timeline().buildUp().toNanos());
      phase = Phase.SETTLING;
      lag = watcher.lagMillis(books);
    }
    if (!isStopped()) {
      new Settling(onsale, stopped).run();
    }
    phase = Phase.OVER;
    return report(onsale, lag, processCpuMillis() - cpu);
  }

  private void letThemCome(Onsale onsale, long start) throws InterruptedException {
    List<Visitor> visitors =
        CrowdPlan.of(settings.seed(), settings.visitors(), settings.shares(), settings.timeline());
    for (Visitor visitor : visitors) {
      if (isStoppedBefore(start + visitor.arrivesAfter().toNanos())) {
        return;
      }
      while (!room.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (isStopped()) {
          return;
        }
      }
      phase = System.nanoTime() < onsale.opensAt() ? Phase.GATHERING : Phase.SELLING;
      arrived.incrementAndGet();
      inside.incrementAndGet();
      sessions.execute(() -> visit(onsale, visitor));
    }
    while (inside.get() > 0 && !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
      phase = Phase.SELLING;
    }
  }

  private void visit(Onsale onsale, Visitor visitor) {
    try {
      List<Pass> passes = onsale.door().enter(nonce(visitor), visitor.isBot());
      List<Thread> others = new ArrayList<>();
      for (int session = 1; session < visitor.sessions() && !passes.isEmpty(); session++) {
        Session other = new Session(onsale, visitor, session, passes.get(session % passes.size()));
        others.add(Thread.startVirtualThread(() -> play(other)));
      }
      if (!passes.isEmpty()) {
        new Session(onsale, visitor, 0, passes.getFirst()).play();
      }
      for (Thread other : others) {
        other.join();
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      room.release();
      inside.decrementAndGet();
    }
  }

  private static void play(Session session) {
    try {
      session.play();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] nonce(Visitor visitor) {
    byte[] nonce = new byte[32];
    new SplittableRandom(~visitor.seed()).nextBytes(nonce);
    return nonce;
  }

  /** Waits until this {@link System#nanoTime}, or until somebody stops the run. */
  private boolean isStoppedBefore(long nanos) throws InterruptedException {
    return stopped.await(nanos - System.nanoTime(), TimeUnit.NANOSECONDS);
  }

  private boolean isStopped() {
    return stopped.getCount() == 0;
  }

  /** How far it is. */
  public Progress progress() {
    long refused = refusals(meters.outcomes()).values().stream().mapToLong(Long::longValue).sum();
    return new Progress(
        phase,
        settings.visitors(),
        arrived.get(),
        inside.get(),
        capacity,
        books.sold(),
        books.holds().size(),
        refused,
        meters.requests(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - created));
  }

  /** Sends everybody home; the run ends with a report of what there is. */
  public void stop() {
    stopped.countDown();
    sessions.shutdownNow();
  }

  private CrowdReport report(Onsale onsale, long lagMillis, long cpuMillis)
      throws InterruptedException {
    long millis =
        books.sold() == 0
            ? 0
            : TimeUnit.NANOSECONDS.toMillis(books.lastSaleAt() - books.firstHoldAt());
    Map<String, Map<String, Long>> outcomes = meters.outcomes();
    return new CrowdReport(
        settings.seed(),
        settings.visitors(),
        settings.compression(),
        isStopped(),
        capacity,
        books.sold(),
        books.grossMinor(),
        books.holds().size(),
        millis,
        millis == 0 ? 0 : books.holds().size() * 1_000L / millis,
        meters.mostHoldsInASecond(),
        meters.requests(),
        meters.ofBots(),
        shop.brokenOff(),
        lagMillis,
        cpuMillis,
        refusals(outcomes),
        outcomes,
        meters.latencies(),
        isStopped() ? List.of() : checks(onsale, lagMillis));
  }

  private List<Checked> checks(Onsale onsale, long lagMillis) throws InterruptedException {
    Sight sight = onsale.sights().look();
    Complaints figures = new Complaints("FIGURES_RIGHT");
    figures.expect(
        sight != null && sight.sold() == books.sold(),
        "Expected availability to count %d sold, but it counts %s"
            .formatted(books.sold(), sight == null ? "nothing" : sight.sold()));
    figures.expect(
        sight != null && sight.held() == 0,
        "Expected nothing to be held at the end, but %s are"
            .formatted(sight == null ? "some" : sight.held()));
    figures.expect(
        lagMillis >= 0 && lagMillis <= MOST_LAG_MILLIS,
        "Expected the last sale to be seen within 1 s, but it took %d ms".formatted(lagMillis));
    List<Checked> all = new ArrayList<>();
    all.add(Checks.seatsHeldOnce(books.seenHolds()));
    all.add(Checks.oneHoldPerKey(books.holdsByKey()));
    all.add(Checks.holdsEnd(books.seenHolds()));
    all.add(Checks.ticketsUnique(books.seenOrders()));
    all.add(Checks.paymentsEnd(books.seenOrders()));
    all.add(figures.result());
    all.addAll(onsale.door().checks());
    return all;
  }

  private static Map<String, Long> refusals(Map<String, Map<String, Long>> outcomes) {
    Map<String, Long> refusals = new HashMap<>();
    outcomes
        .getOrDefault(Step.HOLD.name(), Map.of())
        .forEach(
            (outcome, count) -> {
              int space = outcome.indexOf(' ');
              if (space > 0) {
                refusals.put(outcome.substring(space + 1), count);
              }
            });
    return refusals;
  }

  private static long processCpuMillis() {
    return ProcessHandle.current().info().totalCpuDuration().map(Duration::toMillis).orElse(0L);
  }

  @Override
  public void close() throws IOException {
    sessions.shutdownNow();
    commands.close();
    queries.close();
  }
}
