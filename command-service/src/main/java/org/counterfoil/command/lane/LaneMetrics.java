package org.counterfoil.command.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.seathold.SeatHoldEvent;

/**
 * What is counted and timed: commands by type and result, batches, waiting, steps of holds. Times
 * and sizes come as histograms with few buckets, which can be added up over processes.
 */
final class LaneMetrics {

  private static final Duration[] TIMES = {
    Duration.ofMillis(1),
    Duration.ofMillis(2),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(20),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5)
  };
  private static final double[] SIZES = {1, 2, 4, 8, 16, 32, 64, 128, 256};

  private final MeterRegistry registry;
  private final DistributionSummary batchSize;
  private final DistributionSummary appendSize;
  private final Timer wait;
  private final Timer store;
  private final Timer latency;
  private final Counter overtaken;
  private final Map<Handled, Counter> commands = new ConcurrentHashMap<>();
  private final Map<Class<? extends Event>, Counter> holds = new ConcurrentHashMap<>();

  /** A command's type and what became of it. */
  private record Handled(Class<? extends Command> type, String result) {}

  LaneMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.batchSize = sizes("counterfoil.lane.batch.commands", "Commands decided together");
    this.appendSize = sizes("counterfoil.append.events", "Events appended in one commit");
    this.wait = times("counterfoil.lane.wait", "From queueing a command to deciding it");
    this.store = times("counterfoil.lane.store", "Storing what was decided together, to the disk");
    this.latency = times("counterfoil.lane.latency", "From queueing a command to its commit");
    this.overtaken =
        Counter.builder("counterfoil.lane.overtaken")
            .description("Batches decided again because another process was faster")
            .register(registry);
  }

  private DistributionSummary sizes(String name, String description) {
    return DistributionSummary.builder(name)
        .description(description)
        .serviceLevelObjectives(SIZES)
        .register(registry);
  }

  private Timer times(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(TIMES)
        .register(registry);
  }

  /** Another process wrote to a stream of the batch between reading and appending. */
  void overtaken() {
    overtaken.increment();
  }

  void depthOf(Lane lane, int number) {
    registry.gauge(
        "counterfoil.lane.depth", Tags.of("lane", Integer.toString(number)), lane, Lane::depth);
  }

  /** The commands are about to be decided. */
  void taken(List<Pending> commands) {
    long now = System.nanoTime();
    batchSize.record(commands.size());
    commands.forEach(one -> wait.record(now - one.queuedAtNanos(), TimeUnit.NANOSECONDS));
  }

  /** A batch was brought to the disk, whether it got there or not. */
  void stored(long nanos) {
    store.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** The commands are durable and about to be answered. */
  void decided(List<Decided> decided) {
    long now = System.nanoTime();
    appendSize.record(decided.stream().mapToInt(one -> one.events().size()).sum());
    for (Decided one : decided) {
      count(one.submission(), one.result());
      latency.record(now - one.queuedAtNanos(), TimeUnit.NANOSECONDS);
      one.events().forEach(this::countHoldStep);
    }
  }

  void failed(Collection<Pending> commands) {
    commands.forEach(command -> count(command.submission(), "NOT_STORED"));
  }

  /** Counters are found once: looking one up by its tags costs more than a hold's decision. */
  private void count(Submission submission, String result) {
    commands
        .computeIfAbsent(
            new Handled(submission.command().getClass(), result),
            handled ->
                registry.counter(
                    "counterfoil.commands",
                    "command",
                    handled.type().getSimpleName(),
                    "result",
                    handled.result()))
        .increment();
  }

  private void countHoldStep(Event event) {
    EventType type = event.getClass().getAnnotation(EventType.class);
    if (event instanceof SeatHoldEvent && type != null) {
      holds
          .computeIfAbsent(
              event.getClass(), step -> registry.counter("counterfoil.holds", "step", type.name()))
          .increment();
    }
  }
}
