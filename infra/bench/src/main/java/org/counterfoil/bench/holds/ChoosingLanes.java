package org.counterfoil.bench.holds;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.bench.Clients;
import org.counterfoil.bench.Contender;
import org.counterfoil.bench.Cpu;
import org.counterfoil.bench.Round;
import org.counterfoil.bench.Stage;
import org.counterfoil.bench.halls.Halls;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.eventstore.check.LogCheck;
import org.counterfoil.eventstore.check.LogReport;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;

/** Our lanes, asked for the best pair there is, which is given back at once: as full as before. */
final class ChoosingLanes implements Contender {

  private final String name;
  private final Stage stage;
  private final String database;
  private final int clients;
  private final TimeOrderedIds ids = new TimeOrderedIds(Clock.systemUTC());
  private final Halls halls;
  private final PerformanceId performance;
  private final LaneProcess process;
  private final Lanes lanes;

  /**
   * @param freeOneIn how many pairs there are for one that is free; 1 for an empty house
   */
  ChoosingLanes(String name, Stage stage, int clients, int seats, int freeOneIn) {
    this.name = name;
    this.stage = stage;
    this.clients = clients;
    this.database = stage.freshLog("choosing");
    this.halls = new Halls(seats, ids::next);
    this.performance = new PerformanceId(ids.next());
    this.process = LaneProcess.start(stage, database, halls.plans());
    this.lanes = process.lanes();
    halls.opening(performance).forEach(this::accepted);
    IntStream.range(0, halls.pairs())
        .filter(pair -> pair % freeOneIn != 0)
        .parallel()
        .forEach(pair -> accepted(halls.hold(performance, pair)));
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
    Cpu cpu = Cpu.now(stage.postgres());
    Clients.Done done = Clients.run(clients, time, this::holdAndGiveBack);
    Cpu used = Cpu.now(stage.postgres()).since(cpu);
    return new Round(done.acknowledged(), done.elapsed(), used, faults(done));
  }

  private boolean holdAndGiveBack() {
    PlaceHold best = halls.bestPair(performance);
    HoldId hold = best.holdId();
    return submit(best) instanceof Outcome.Accepted
        && submit(new ReleaseHold(performance, hold)) instanceof Outcome.Accepted;
  }

  private List<String> faults(Clients.Done done) {
    LogReport report = LogCheck.of(new EventLog(stage.superuser(database), EventCodec.domain()));
    List<String> faults = new ArrayList<>();
    if (!report.isClean()) {
      faults.add("Expected a sound log, but: " + report);
    }
    if (done.refused() > 0) {
      faults.add("Expected a pair for everybody, but " + done.refused() + " got none");
    }
    return faults;
  }

  private void accepted(Command command) {
    if (submit(command) instanceof Outcome.Refused refused) {
      throw new IllegalStateException("Expected " + command + " to be accepted, but " + refused);
    }
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
