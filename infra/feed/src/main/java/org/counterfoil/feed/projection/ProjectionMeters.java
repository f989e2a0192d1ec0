package org.counterfoil.feed.projection;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What monitoring sees of one projection; all carry the tag {@code projection}. */
final class ProjectionMeters {

  private final MeterRegistry registry;
  private final Timer batch;
  private final List<Meter> meters = new ArrayList<>();

  ProjectionMeters(MeterRegistry registry, ProjectionRunner runner, String projection) {
    this.registry = registry;
    Tags tags = Tags.of("projection", projection);
    this.batch =
        Timer.builder("counterfoil.projection.batch")
            .description("Applying and committing a batch of events")
            .tags(tags)
            .register(registry);
    meters.add(batch);
    gauge("counterfoil.projection.position", runner, ProjectionRunner::position, tags);
    gauge("counterfoil.projection.parked", runner, r -> r.status().parked(), tags);
    gauge("counterfoil.feed.lag.positions", runner, r -> r.status().lagPositions(), tags);
    gauge("counterfoil.feed.lag.seconds", runner, r -> r.status().lagSeconds(), tags);
  }

  Timer batch() {
    return batch;
  }

  /** Forgets them, so that a runner that has ended is not shown for ever. */
  void remove() {
    meters.forEach(registry::remove);
  }

  private void gauge(
      String name, ProjectionRunner runner, ToDoubleFunction<ProjectionRunner> value, Tags tags) {
    meters.add(Gauge.builder(name, runner, value).tags(tags).register(registry));
  }
}
