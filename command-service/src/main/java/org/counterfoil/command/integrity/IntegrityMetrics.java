package org.counterfoil.command.integrity;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;
import org.counterfoil.eventstore.integrity.growth.CheckpointDelivery;
import org.counterfoil.eventstore.integrity.growth.IntegrityStatus;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.counterfoil.eventstore.log.EventTail;
import org.jspecify.annotations.Nullable;

/** What an alert can be made of. Of a process that does not lead, most are 0. */
final class IntegrityMetrics {

  private IntegrityMetrics() {}

  static IntegrityMetrics register(
      LogIntegrity integrity,
      @Nullable CheckpointDelivery delivery,
      EventTail tail,
      MeterRegistry registry) {
    gauge(registry, integrity, "leader", status -> status.isLeader() ? 1 : 0);
    gauge(registry, integrity, "fault", status -> status.fault() == null ? 0 : 1);
    gauge(registry, integrity, "tree.size", IntegrityStatus::treeSize);
    gauge(registry, integrity, "signed.size", IntegrityStatus::signedSize);
    gauge(
        registry,
        integrity,
        "unsigned",
        status ->
            status.isLeader() ? Math.max(0, tail.lastPosition() + 1 - status.signedSize()) : 0);
    if (delivery != null) {
      Gauge.builder("counterfoil.integrity.webhook.failures", delivery, d -> d.status().failures())
          .register(registry);
      FunctionCounter.builder(
              "counterfoil.integrity.webhook.delivered", delivery, d -> d.status().delivered())
          .register(registry);
    }
    return new IntegrityMetrics();
  }

  private static void gauge(
      MeterRegistry registry,
      LogIntegrity integrity,
      String name,
      ToDoubleFunction<IntegrityStatus> value) {
    Gauge.builder("counterfoil.integrity." + name, integrity, i -> value.applyAsDouble(i.status()))
        .register(registry);
  }
}
