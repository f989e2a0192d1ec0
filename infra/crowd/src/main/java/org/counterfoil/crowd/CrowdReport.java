package org.counterfoil.crowd;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.counterfoil.crowd.check.Checked;

/**
 * What became of a run.
 *
 * @param wasStopped whether it ended before everybody had come
 * @param capacity places there were in all
 * @param sold tickets that the crowd was given
 * @param grossMinor what it paid for them
 * @param holds that it was given
 * @param sellingMillis from the first hold to the last ticket
 * @param holdsPerSecond over that time
 * @param mostHoldsInASecond in the busiest second
 * @param requests that were sent
 * @param ofBots how many of them bots sent
 * @param brokenOff requests to which no answer came
 * @param dashboardLagMillis from the last sale until availability showed it; -1 where it never did
 * @param processCpuMillis of the process that the crowd ran in; shared with the system where that
 *     ran in the same
 * @param refusals of holds, by code
 * @param outcomes of all requests by step: status, and code where there is one
 * @param latencies by step
 * @param checks that must hold
 */
public record CrowdReport(
    long seed,
    int visitors,
    double compression,
    boolean wasStopped,
    long capacity,
    long sold,
    long grossMinor,
    long holds,
    long sellingMillis,
    long holdsPerSecond,
    long mostHoldsInASecond,
    long requests,
    long ofBots,
    long brokenOff,
    long dashboardLagMillis,
    long processCpuMillis,
    Map<String, Long> refusals,
    Map<String, Map<String, Long>> outcomes,
    Map<String, Latency> latencies,
    List<Checked> checks) {

  public CrowdReport {
    refusals = new TreeMap<>(refusals);
    outcomes = new TreeMap<>(outcomes);
    latencies = new TreeMap<>(latencies);
    checks = List.copyOf(checks);
  }

  /** How long a step took, in microseconds. */
  public record Latency(long count, long p50, long p99, long p999, long max) {}

  /** Whether everything held that must. */
  @JsonProperty("isSound")
  public boolean isSound() {
    return !checks.isEmpty() && checks.stream().allMatch(Checked::holds);
  }
}
