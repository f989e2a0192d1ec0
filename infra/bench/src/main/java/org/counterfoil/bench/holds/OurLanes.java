package org.counterfoil.bench.holds;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.counterfoil.bench.Clients;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.OpenLoop;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.counterfoil.bench.halls.Halls;
import org.counterfoil.bench.halls.Pairs;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.id.TimeOrderedIds;

/** Our lanes, asked in process by so many clients for pairs of seats. */
final class OurLanes implements Contender {

  /** Holds per second, until it was measured. */
  private static final int GUESS = 20_000;

  private final String name;
  private final Stage stage;
  private final String database;
  private final int clients;
  private final TimeOrderedIds ids;
  private final Halls halls;
  private final Pairs pairs;
  private final LaneProcess process;
  private final Lanes lanes;
  private double lastRate = GUESS;
  private final Map<Integer, PerformanceId> open = new ConcurrentHashMap<>();

  /**
   * @param spread over how many performances at a time
   */
  OurLanes(String name, Stage stage, int clients, int seats, int spread) {
    this(name, stage, clients, seats, spread, 0);
  }

  /** The same behind so many events of the past. */
  OurLanes(String name, Stage stage, int clients, int seats, int spread, int events) {
    this.name = name;
    this.stage = stage;
    this.clients = clients;
    this.database = stage.freshLog("ours");
    LogFilling.append(stage.superuser(database), events);
    this.ids = new TimeOrderedIds(Clock.systemUTC());
    this.halls = new Halls(seats, ids::next);
    this.pairs = new Pairs(halls.pairs(), spread);
    this.process = LaneProcess.start(stage, database, halls.plans());
    this.lanes = process.lanes();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String version() {
    return "this";
  }

  @Override
  public Round round(Duration time) throws Exception {
    prepare(Math.round(lastRate * 1.5 * time.toMillis() / 1_000));
    long before = LogCheck.lastPosition(stage.superuser(database));
    Cpu cpu = Cpu.now(stage.postgres());
    Clients.Done done = Clients.run(clients, time, this::hold);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    lastRate = Math.max(lastRate, done.acknowledged() * 1_000.0 / done.elapsed().toMillis());
    return new Round(
        done.acknowledged(),
        done.elapsed(),
        used,
        LogCheck.faults(stage.superuser(database), before, done.acknowledged()));
  }

  /** One of the holds as it is stored; there must have been a round. */
  String entry() {
    return LogCheck.entry(stage.superuser(database));
  }

  /** Its payload alone. */
  String payload() {
    return LogCheck.payload(stage.superuser(database));
  }

  /** Asks for so many holds a second, whether answered or not. */
  OpenLoop.Done openLoop(double perSecond, Duration time) {
    prepare((long) (perSecond * time.toSeconds()));
    return OpenLoop.run(perSecond, time, this::hold);
  }

  /** Opens performances for so many holds, so that none has to be opened while it is measured. */
  private void prepare(long holds) {
    int first = pairs.nextHalls();
    int count = pairs.hallsFor(holds);
    IntStream.range(first, first + count).parallel().forEach(this::performance);
  }

  /** Asks for the next pair; answers whether it was given, as it must be. */
  boolean hold() {
    Pairs.Pair pair = pairs.next();
    return submit(halls.hold(performance(pair.hall()), pair.pair())) instanceof Outcome.Accepted;
  }

  private PerformanceId performance(int hall) {
    PerformanceId known = open.get(hall);
    return known == null ? open.computeIfAbsent(hall, number -> open()) : known;
  }

  private PerformanceId open() {
    PerformanceId performance = new PerformanceId(ids.next());
    for (Command command : halls.opening(performance)) {
      if (submit(command) instanceof Outcome.Refused refused) {
        throw new IllegalStateException("Expected to open a performance, but " + refused);
      }
    }
    return performance;
  }

  private Outcome submit(Command command) {
    return lanes.submit(
        new Submission(command, Actor.SYSTEM, ids.next(), events -> new Answer(201, "{}"), null));
  }

  @Override
  public void close() {
    process.close();
  }
}
