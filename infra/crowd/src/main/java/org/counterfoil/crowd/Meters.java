package org.counterfoil.crowd;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;
import org.counterfoil.crowd.CrowdReport.Latency;

/**
 * Counts requests by outcome, and how long they took: from when they were wanted, waiting for a
 * connection included, so that a slow system cannot hide behind its own queue.
 */
final class Meters {

  private static final long LONGEST_MICROS = TimeUnit.MINUTES.toMicros(2);
  private static final int DIGITS = 3;

  private static final class Meter {
    final ConcurrentHistogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);
    final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
  }

  private final Map<Step, Meter> meters = new EnumMap<>(Step.class);
  private final Map<Long, LongAdder> holdsBySecond = new ConcurrentHashMap<>();
  private final LongAdder requests = new LongAdder();
  private final LongAdder ofBots = new LongAdder();
  private final LongAdder ofRun = new LongAdder();

  Meters() {
    for (Step step : Step.values()) {
      meters.put(step, new Meter());
    }
  }

  /** Counts one request; what the run itself asks is none of the crowd's. */
  void count(Step step, String outcome, long fromNanos, Asker asker) {
    if (asker == Asker.RUN) {
      ofRun.increment();
      return;
    }
    Meter meter = meter(step);
    long now = System.nanoTime();
    meter.micros.recordValue(Math.clamp((now - fromNanos) / 1_000, 1, LONGEST_MICROS));
    meter.outcomes.computeIfAbsent(outcome, o -> new LongAdder()).increment();
    requests.increment();
    if (asker == Asker.BOT) {
      ofBots.increment();
    }
    if (step == Step.HOLD && outcome.equals("201")) {
      holdsBySecond
          .computeIfAbsent(TimeUnit.NANOSECONDS.toSeconds(now), s -> new LongAdder())
          .increment();
    }
  }

  long requests() {
    return requests.sum();
  }

  long ofBots() {
    return ofBots.sum();
  }

  long ofRun() {
    return ofRun.sum();
  }

  /** Whether bots have sent less than their share of what the crowd has asked. */
  boolean isBelow(double shareOfBots) {
    return ofBots.sum() < shareOfBots * requests.sum();
  }

  /** How often a step had this outcome. */
  long count(Step step, String outcome) {
    LongAdder count = meter(step).outcomes.get(outcome);
    return count == null ? 0 : count.sum();
  }

  /** The most holds that were placed within one second. */
  long mostHoldsInASecond() {
    return holdsBySecond.values().stream().mapToLong(LongAdder::sum).max().orElse(0);
  }

  /** By step and outcome; steps that never happened are left out. */
  Map<String, Map<String, Long>> outcomes() {
    Map<String, Map<String, Long>> outcomes = new TreeMap<>();
    meters.forEach(
        (step, meter) -> {
          Map<String, Long> counts = new TreeMap<>();
          meter.outcomes.forEach((outcome, count) -> counts.put(outcome, count.sum()));
          if (!counts.isEmpty()) {
            outcomes.put(step.name(), counts);
          }
        });
    return outcomes;
  }

  /** Why holds were refused, and how often: by code. */
  Map<String, Long> refusals() {
    Map<String, Long> refusals = new TreeMap<>();
    meter(Step.HOLD)
        .outcomes
        .forEach(
            (outcome, count) -> {
              int space = outcome.indexOf(' ');
              if (space > 0) {
                refusals.put(outcome.substring(space + 1), count.sum());
              }
            });
    return refusals;
  }

  /** By step; steps that never happened are left out. */
  Map<String, Latency> latencies() {
    Map<String, Latency> latencies = new TreeMap<>();
    meters.forEach(
        (step, meter) -> {
          ConcurrentHistogram micros = meter.micros;
          if (micros.getTotalCount() > 0) {
            latencies.put(
                step.name(),
                new Latency(
                    micros.getTotalCount(),
                    micros.getValueAtPercentile(50),
                    micros.getValueAtPercentile(99),
                    micros.getValueAtPercentile(99.9),
                    micros.getMaxValue()));
          }
        });
    return latencies;
  }

  private Meter meter(Step step) {
    return java.util.Objects.requireNonNull(meters.get(step));
  }
}
