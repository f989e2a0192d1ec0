package org.counterfoil.crowd;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.counterfoil.crowd.check.Checked;

/**
 * What became of a run.
 *
 * @param wishes places that they want in all
 * @param wasStopped whether it ended before everybody had come
 * @param capacity places there were in all
 * @param sold tickets that the crowd was given
 * @param grossMinor what it paid for them
 * @param money how it was paid
 * @param holds that it was given
 * @param sellingMillis from the first hold to the last ticket
 * @param mostSoldMillis from the first hold until nine places in ten were sold: the rest waits for
 *     holds to fall back, however fast the system is; 0 where it never was
 * @param holdsPerSecond from the first hold to the last ticket
 * @param mostHoldsInASecond in the busiest second
 * @param requests that the crowd sent
 * @param ofBots how many of them bots sent
 * @param ofRun further ones, by which the run saw how things stood
 * @param brokenOff requests to which no answer came
 * @param availabilityLagMillis from the last sale until availability showed it; -1 where it never
 *     did
 * @param dashboardLagMillis the same of the dashboard
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
    long wishes,
    double compression,
    boolean wasStopped,
    long capacity,
    long sold,
    long grossMinor,
    Money money,
    long holds,
    long sellingMillis,
    long mostSoldMillis,
    long holdsPerSecond,
    long mostHoldsInASecond,
    long requests,
    long ofBots,
    long ofRun,
    long brokenOff,
    long availabilityLagMillis,
    long dashboardLagMillis,
    long processCpuMillis,
    Map<String, Long> refusals,
    Map<String, Map<String, Long>> outcomes,
    Map<String, Latency> latencies,
    List<Checked> checks) {

  public CrowdReport {
    money = Objects.requireNonNullElse(money, Money.NOT_TOLD); // by earlier versions
    refusals = new TreeMap<>(refusals);
    outcomes = new TreeMap<>(outcomes);
    latencies = new TreeMap<>(latencies);
    checks = List.copyOf(checks);
  }

  /**
   * Payments that arrived.
   *
   * @param toldTwice of which the seller was told twice
   * @param late of which the seller was told when the order's time was over
   * @param lateWithTickets late ones for which the places were still to be had
   * @param lateSentBack late ones for which they were not
   */
  public record Money(
      long payments, long toldTwice, long late, long lateWithTickets, long lateSentBack) {

    private static final Money NOT_TOLD = new Money(0, 0, 0, 0, 0);
  }

  /** How long a step took, in microseconds. */
  public record Latency(long count, long p50, long p99, long p999, long max) {}

  /** Whether everything held that must. */
  @JsonProperty("isSound")
  public boolean isSound() {
    return !checks.isEmpty() && checks.stream().allMatch(Checked::holds);
  }
}
