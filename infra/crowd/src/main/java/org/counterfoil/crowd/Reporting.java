package org.counterfoil.crowd;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.check.Checks;
import org.counterfoil.crowd.check.FigureChecks;
import org.counterfoil.crowd.check.FigureChecks.Figures;
import org.counterfoil.crowd.plan.Visitor;

/** Tells what became of a run, and checks what must hold. */
final class Reporting {

  /** So many wishes for each place leave none unsold, whatever their groups want. */
  private static final int WISHES_TO_SELL_OUT = 5;

  private final CrowdSettings settings;
  private final Onsale onsale;
  private final Books books;
  private final Meters meters;
  private final long capacity;

  Reporting(CrowdSettings settings, Onsale onsale, Meters meters, long capacity) {
    this.settings = settings;
    this.onsale = onsale;
    this.books = onsale.books();
    this.meters = meters;
    this.capacity = capacity;
  }

  CrowdReport report(
      List<Visitor> visitors,
      Watcher everybody,
      Watcher organiser,
      boolean wasStopped,
      Duration cpu)
      throws InterruptedException {
    long wishes = visitors.stream().mapToLong(Visitor::groupSize).sum();
    Takings takings = books.takings();
    long millis = takings.sellingMillis();
    long lag = wasStopped ? -1 : everybody.lagMillis(books);
    long dashboardLag = wasStopped ? -1 : organiser.lagMillis(books);
    List<Checked> checks = new ArrayList<>();
    if (!wasStopped) {
      checks.addAll(ofHolds());
      checks.add(
          FigureChecks.availability(
              books.sold(), everybody.last(new Figures(books.sold(), 0, 0)), lag));
      checks.add(
          FigureChecks.dashboard(
              books.sold(),
              takings.grossMinor(),
              organiser.last(new Figures(books.sold(), 0, takings.grossMinor())),
              dashboardLag));
      if (wishes >= WISHES_TO_SELL_OUT * capacity) {
        checks.add(FigureChecks.soldOut(capacity, books.sold()));
      }
      checks.addAll(onsale.door().checks());
    }
    return new CrowdReport(
        settings.seed(),
        settings.visitors(),
        wishes,
        settings.compression(),
        wasStopped,
        capacity,
        books.sold(),
        takings.grossMinor(),
        books.money(),
        books.holds().size(),
        millis,
        takings.millisUntilSold(capacity - capacity / 10),
        millis == 0 ? 0 : books.holds().size() * 1_000L / millis,
        meters.mostHoldsInASecond(),
        meters.requests(),
        meters.ofBots(),
        meters.ofRun(),
        onsale.shop().brokenOff(),
        lag,
        dashboardLag,
        cpu.toMillis(),
        meters.refusals(),
        meters.outcomes(),
        meters.latencies(),
        checks);
  }

  private List<Checked> ofHolds() {
    return List.of(
        Checks.seatsHeldOnce(books.seenHolds()),
        Checks.oneHoldPerKey(books.holdsByKey()),
        Checks.holdsEnd(books.seenHolds()),
        Checks.ticketsUnique(books.seenOrders()),
        Checks.paymentsEnd(books.seenOrders()));
  }
}
