package org.counterfoil.crowd;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.counterfoil.crowd.Progress.Phase;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.plan.CrowdPlan;
import org.counterfoil.crowd.plan.Visitor;
import org.jspecify.annotations.Nullable;

/**
 * A crowd that comes to one onsale, over HTTP. It may be watched and stopped from other threads.
 */
public final class Crowd implements AutoCloseable {

  private final CrowdSettings settings;
  private final Dashboard dashboard;
  private final Http commands;
  private final Http queries;
  private final Meters meters = new Meters();
  private final Books books = new Books();
  private final Shop shop;
  private final House house;
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final long created = System.nanoTime();
  private volatile Phase phase = Phase.GATHERING;
  private volatile long capacity;
  private volatile @Nullable Visits visits;

  /**
   * Looks at the performance; nobody comes yet.
   *
   * @param dashboard what its organiser is shown
   * @throws IllegalArgumentException where it is not for training and may not be bought
   * @throws IOException where it cannot be read
   */
  public Crowd(CrowdSettings settings, Dashboard dashboard)
      throws IOException, InterruptedException {
    this.settings = settings;
    this.dashboard = dashboard;
    this.commands = new Http(settings.commandUrl(), settings.connections());
    this.queries = new Http(settings.queryUrl(), settings.connections());
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
    Duration cpu = processCpu();
    long opening = System.nanoTime() + untilOpening.toNanos();
    Onsale onsale = onsale(opening);
    Sight first = onsale.sights().look(Asker.RUN);
    capacity = first == null ? 0 : first.left(house.zones().keySet());
    List<Visitor> visitors =
        CrowdPlan.of(settings.seed(), settings.visitors(), settings.shares(), settings.timeline());
    try (Watcher everybody = Watcher.ofAvailability(onsale.sights());
        Watcher organiser = new Watcher(dashboard)) {
      Visits coming = new Visits(onsale, capacity, settings.mostInside(), people, stopped);
      visits = coming;
      coming.run(visitors, opening - settings.timeline().buildUp().toNanos());
      phase = Phase.SETTLING;
      if (stopped.getCount() > 0) {
        new Settling(onsale, stopped).run();
      }
      phase = Phase.OVER;
      return new Reporting(settings, onsale, meters, capacity)
          .report(visitors, everybody, organiser, stopped.getCount() == 0, processCpu().minus(cpu));
    }
  }

  private Onsale onsale(long opening) {
    return new Onsale(
        house,
        shop,
        new Sights(shop, house.performanceId()),
        books,
        house.hasWaitingRoom() ? new WaitingRoomDoor(shop, house.performanceId()) : Door.open(),
        new LateMoney(people),
        settings.shares(),
        opening,
        settings.counterToken());
  }

  /** How far it is. */
  public Progress progress() {
    Visits now = visits;
    return new Progress(
        phase == Phase.GATHERING && meters.count(Step.HOLD, "201") > 0 ? Phase.SELLING : phase,
        settings.visitors(),
        now == null ? 0 : now.arrived(),
        now == null ? 0 : now.inside(),
        capacity,
        books.sold(),
        books.holds().size(),
        meters.refusals().values().stream().mapToLong(Long::longValue).sum(),
        meters.requests(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - created));
  }

  /** The ids of the holds whose seats the house chose: the best there were. */
  public Set<String> holdsChosenByTheHouse() {
    return books.holds().stream()
        .filter(hold -> hold.isChosenByTheHouse)
        .map(hold -> hold.id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Sends everybody home; the run ends with a report of what there is. */
  public void stop() {
    stopped.countDown();
    people.shutdownNow();
  }

  private static Duration processCpu() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  @Override
  public void close() throws IOException {
    people.shutdownNow();
    commands.close();
    queries.close();
  }
}
