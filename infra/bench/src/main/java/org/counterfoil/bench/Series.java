package org.counterfoil.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The rounds of one contender that count, and the faults of those that do not. */
public final class Series {

  private final String name;
  private final String version;
  private final List<Round> rounds = new ArrayList<>();
  private final List<String> faults = new ArrayList<>();

  Series(String name, String version) {
    this.name = name;
    this.version = version;
  }

  void add(Round round) {
    if (round.faults().isEmpty()) {
      rounds.add(round);
    } else {
      faults.addAll(round.faults());
    }
  }

  public String name() {
    return name;
  }

  public String version() {
    return version;
  }

  public List<Round> rounds() {
    return rounds;
  }

  public List<String> faults() {
    return faults;
  }

  /** Operations per second. */
  public Spread rate() {
    return spread(Round::rate);
  }

  /** Of every round, by whatever is asked of it. */
  public Spread spread(ToDoubleFunction<Round> value) {
    return Spread.of(rounds.stream().mapToDouble(value).toArray());
  }

  /** How many times another's rate this one's is, round by round. */
  public Spread times(Series other) {
    int pairs = Math.min(rounds.size(), other.rounds.size());
    double[] ratios = new double[pairs];
    for (int i = 0; i < pairs; i++) {
      ratios[i] = rounds.get(i).rate() / other.rounds.get(i).rate();
    }
    return Spread.of(ratios);
  }
}
