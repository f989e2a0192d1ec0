package org.counterfoil.bench.sellout;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Settings;
import org.counterfoil.bench.Stage;
import org.counterfoil.crowd.Crowd;
import org.counterfoil.crowd.CrowdReport;
import org.counterfoil.crowd.CrowdReport.Latency;
import org.counterfoil.crowd.CrowdSettings;
import org.counterfoil.crowd.Dashboard;
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.plan.CrowdPlan;
import org.counterfoil.crowd.plan.CrowdShares;
import org.counterfoil.domain.performance.PerformanceId;

/** Both services, and the crowd of a realistic onsale: closed loop, so many visitors at a time. */
final class SellOut implements Contender {

  /** The opening is over in seconds: how fast they come is not what is asked here. */
  private static final double COMPRESSION = 600;

  private static final int INSIDE = 400;
  private static final int CONNECTIONS = 256;
  private static final long SEED = 20_261_123;

  private final String name;
  private final Stage stage;
  private final int seats;
  private final Services services;
  private final Hall hall;
  private final String counterToken;
  private String lastRun = "";
  private int sold;

  SellOut(String name, Stage stage, int seats, Map<String, String> settings) throws Exception {
    this.name = name;
    this.stage = stage;
    this.seats = seats;
    this.services = new Services(stage, settings);
    this.hall = new Hall(services.commandUrl(), seats);
    this.counterToken = hall.counterToken();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "this";
  }

  /** One whole sell-out, however long it takes. */
  @Override
  public Round round(Duration time) throws Exception {
    CrowdSettings settings =
        new CrowdSettings(
            services.commandUrl(),
            services.queryUrl(),
            hall.open(),
            SEED + sold++,
            CrowdPlan.visitorsFor(seats),
            COMPRESSION,
            shares(),
            CONNECTIONS,
            INSIDE,
            counterToken,
            true);
    PerformanceId performance = PerformanceId.of(settings.performanceId());
    Cpu cpu = Cpu.now(stage.postgres());
    try (Http organiser = new Http(services.queryUrl(), 1);
        Crowd crowd =
            new Crowd(
                settings,
                Dashboard.over(
                    organiser,
                    Map.of("Authorization", "Bearer " + Services.TOKEN),
                    settings.performanceId()))) {
      CrowdReport report = crowd.run(settings.timeline().buildUp());
      Cpu used = Cpu.now(stage.postgres()).since(cpu);
      StoredTruth.Found found =
          services.log().of(performance, report.sold(), crowd.holdsChosenByTheHouse());
      lastRun = inWords(report) + "; " + found.inWords();
      return new Round(
          report.sold() * 9 / 10,
          Duration.ofMillis(Math.max(1, report.mostSoldMillis())),
          used,
          faults(report, found));
    }
  }

  private static CrowdShares shares() {
    CrowdShares shares =
        CrowdShares.REALISTIC.withBestAvailable(
            Settings.number("best.available.percent", 60) / 100.0);
    return Settings.number("late.money", 0) == 1 ? shares : shares.withoutLateNotifications();
  }

  private static List<String> faults(CrowdReport report, StoredTruth.Found found) {
    List<String> faults = new ArrayList<>(found.faults());
    report.checks().stream()
        .filter(check -> !check.holds())
        .forEach(check -> faults.add(check.name() + ": " + check.examples()));
    return faults;
  }

  private String inWords(CrowdReport report) {
    Latency hold = report.latencies().get("HOLD");
    long checked = report.checks().stream().mapToLong(Checked::checked).sum();
    return "%s, last round: %,d of %,d seats sold, nine in ten in %,d ms and the last after %,d ms; %,d holds, at most %,d in a second; %,d requests, %d %% from bots; %s; hold p50 %s, p99 %s µs; refused %s; seen in availability after %d ms, on the dashboard after %d ms; %,d things checked: %s"
        .formatted(
            name,
            report.sold(),
            report.capacity(),
            report.mostSoldMillis(),
            report.sellingMillis(),
            report.holds(),
            report.mostHoldsInASecond(),
            report.requests(),
            100 * report.ofBots() / Math.max(1, report.requests()),
            report.money(),
            hold == null ? "–" : hold.p50(),
            hold == null ? "–" : hold.p99(),
            report.refusals(),
            report.availabilityLagMillis(),
            report.dashboardLagMillis(),
            checked,
            report.checks().stream().map(Checked::name).toList());
  }

  /** What the last round was like, in a sentence. */
  String lastRun() {
    return lastRun;
  }

  @Override
  public void close() {
    services.close();
  }
}
