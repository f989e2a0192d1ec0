package org.counterfoil.bench.axon;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.counterfoil.bench.Clients;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.counterfoil.bench.halls.Halls;
import org.counterfoil.bench.halls.Pairs;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Axon, asked in process by so many clients for pairs of seats. */
public final class AxonAsItComes implements Contender {

  private static final String STORED =
      "select count(*) from domainevententry where payloadtype like '%HoldPlaced'";

  private static final String SEATS_TWICE =
      """
      select count(*) from (
        select from (
          select aggregateidentifier, jsonb_array_elements(
            convert_from(payload, 'UTF8')::jsonb -> 'seats') ->> 'index' as seat
          from domainevententry where payloadtype like '%HoldPlaced') as held
        group by aggregateidentifier, seat having count(*) > 1) as twice
      """;

  private final Stage stage;
  private final String database;
  private final int clients;
  private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
  private final Halls halls;
  private final Pairs pairs;
  private final AxonStore store;
  private final Map<Integer, PerformanceId> open = new ConcurrentHashMap<>();
  private long acknowledged;

  /** {@code spread} is over how many performances at a time. */
  public AxonAsItComes(Stage stage, int clients, int seats, int spread) {
    this.stage = stage;
    this.clients = clients;
    this.database = stage.freshDatabase("axon");
    this.halls = new Halls(seats, ids::next);
    this.pairs = new Pairs(halls.pairs(), spread);
    this.store = new AxonStore(stage, database, halls.plans());
  }

  @Override
  public String name() {
    return "Axon as it comes";
  }

  @Override
  public String version() {
    return SimpleCommandBus.class.getPackage().getImplementationVersion() == null
        ? "4.13.0"
        : SimpleCommandBus.class.getPackage().getImplementationVersion();
  }

  @Override
  public Round round(Duration time) throws Exception {
    int first = pairs.nextHalls();
    IntStream.range(first, first + pairs.hallsFor(0)).forEach(this::performance);
    Cpu cpu = Cpu.now(stage.postgres());
    Clients.Done done = Clients.run(clients, time, this::hold);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    acknowledged += done.acknowledged();
    return new Round(done.acknowledged(), done.elapsed(), used, faults());
  }

  private boolean hold() {
    Pairs.Pair pair = pairs.next();
    PerformanceId performance = performance(pair.hall());
    return (boolean)
        store.send(new AskForHold(performance.toString(), halls.hold(performance, pair.pair())));
  }

  private PerformanceId performance(int hall) {
    PerformanceId known = open.get(hall);
    return known == null ? open.computeIfAbsent(hall, number -> open()) : known;
  }

  private PerformanceId open() {
    PerformanceId performance = new PerformanceId(ids.next());
    List<PerformanceCommand> commands = new ArrayList<>();
    halls.opening(performance).stream()
        .filter(PerformanceCommand.class::isInstance)
        .forEach(command -> commands.add((PerformanceCommand) command));
    store.send(new OpenPerformance(performance.toString(), commands));
    return performance;
  }

  private List<String> faults() {
    JdbcClient jdbc = JdbcClient.create(stage.superuser(database));
    List<String> faults = new ArrayList<>();
    long stored = jdbc.sql(STORED).query(Long.class).single();
    if (stored != acknowledged) {
      faults.add("Expected " + acknowledged + " holds stored, but found " + stored);
    }
    long twice = jdbc.sql(SEATS_TWICE).query(Long.class).single();
    if (twice != 0) {
      faults.add("Expected no seat held twice, but found " + twice);
    }
    return faults;
  }

  @Override
  public void close() {
    store.close();
  }
}
