package org.counterfoil.command.lane;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.seathold.SeatHoldEvent;

/** What is counted and timed: commands by type and result, batches, waiting, steps of holds. */
final class LaneMetrics {

  private final MeterRegistry registry;
  private final DistributionSummary batchSize;
  private final DistributionSummary appendSize;
  private final Timer latency;
  private final Counter overtaken;

  LaneMetrics(MeterRegistry registry) {
    this.registry = registry;
    this.batchSize =
        DistributionSummary.builder("counterfoil.lane.batch.commands")
            .description("Commands decided in one unit of work")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    this.appendSize =
        DistributionSummary.builder("counterfoil.append.events")
            .description("Events appended in one commit")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    this.latency =
        Timer.builder("counterfoil.lane.latency")
            .description("From queueing a command to its commit")
            .publishPercentiles(0.5, 0.99)
            .register(registry);
    this.overtaken =
        Counter.builder("counterfoil.lane.overtaken")
            .description("Batches decided again because another process was faster")
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

  void taken(List<Pending> commands) {
    batchSize.record(commands.size());
  }

  void decided(List<Decided> decided) {
    long now = System.nanoTime();
    appendSize.record(decided.stream().mapToInt(one -> one.events().size()).sum());
    for (Decided one : decided) {
      count(one.submission(), one.result());
      latency.record(now - one.queuedAtNanos(), TimeUnit.NANOSECONDS);
      one.events().forEach(this::countHoldStep);
    }
  }

  void failed(List<Pending> commands) {
    commands.forEach(command -> count(command.submission(), "NOT_STORED"));
  }

  private void count(Submission submission, String result) {
    registry
        .counter(
            "counterfoil.commands",
            "command",
            submission.command().getClass().getSimpleName(),
            "result",
            result)
        .increment();
  }

  private void countHoldStep(Event event) {
    EventType type = event.getClass().getAnnotation(EventType.class);
    if (event instanceof SeatHoldEvent && type != null) {
      registry.counter("counterfoil.holds", "step", type.name()).increment();
    }
  }
}
