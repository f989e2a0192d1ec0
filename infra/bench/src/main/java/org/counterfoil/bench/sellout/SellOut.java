package org.counterfoil.bench.sellout;

import java.time.Duration;
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
import org.counterfoil.crowd.check.Checked;
import org.counterfoil.crowd.plan.CrowdShares;

/** Both services, and the crowd of a realistic onsale: closed loop, so many visitors at a time. */
final class SellOut implements Contender {

  private static final int WISHES_PER_SEAT = 10;

  /** People in a group, on average, as the plan of the crowd has them. */
  private static final double GROUP = 2.46;

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
            (int) (seats * WISHES_PER_SEAT / GROUP),
            COMPRESSION,
            CrowdShares.REALISTIC
                .withoutLateNotifications()
                .withBestAvailable(Settings.number("best.available.percent", 60) / 100.0),
            CONNECTIONS,
            INSIDE,
            counterToken,
            true);
    Cpu cpu = Cpu.now(stage.postgres());
    try (Crowd crowd = new Crowd(settings)) {
      CrowdReport report = crowd.run(settings.timeline().buildUp());
      lastRun = inWords(report);
      return new Round(
          report.sold(),
          Duration.ofMillis(Math.max(1, report.sellingMillis())),
          Cpu.now(stage.postgres()).since(cpu),
          faults(report));
    }
  }

  private static List<String> faults(CrowdReport report) {
    return report.checks().stream()
        .filter(check -> !check.holds())
        .map(check -> check.name() + ": " + check.examples())
        .toList();
  }

  private String inWords(CrowdReport report) {
    Latency hold = report.latencies().get("HOLD");
    long checked = report.checks().stream().mapToLong(Checked::checked).sum();
    return "%s, last round: %,d of %,d seats sold in %,d ms; %,d holds, at most %,d in a second; %,d requests, %d %% from bots; hold p50 %s, p99 %s µs; refused %s; seen after %d ms; %,d things checked"
        .formatted(
            name,
            report.sold(),
            report.capacity(),
            report.sellingMillis(),
            report.holds(),
            report.mostHoldsInASecond(),
            report.requests(),
            100 * report.ofBots() / Math.max(1, report.requests()),
            hold == null ? "–" : hold.p50(),
            hold == null ? "–" : hold.p99(),
            report.refusals(),
            report.dashboardLagMillis(),
            checked);
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
