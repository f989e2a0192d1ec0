package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** When a consent was in force. Whoever was never asked has given none. */
public final class ConsentHistory {

  private final TreeMap<Instant, Boolean> answers = new TreeMap<>();

  void answered(Instant at, boolean isGiven) {
    answers.put(at, isGiven);
  }

  ConsentHistory copy() {
    ConsentHistory copy = new ConsentHistory();
    copy.answers.putAll(answers);
    return copy;
  }

  /** Whether this very answer is known already. */
  boolean isAnswered(Instant at, boolean isGiven) {
    return Boolean.valueOf(isGiven).equals(answers.get(at));
  }

  /** Whether it was taken back, refused or ended after a moment, whatever came then. */
  boolean isEndedAfter(Instant moment) {
    return answers.tailMap(moment, false).containsValue(false);
  }

  /** Whether it was in force at a moment; from the moment it was given, until it was taken back. */
  public boolean isInForceAt(Instant moment) {
    return Optional.ofNullable(answers.floorEntry(moment)).map(Map.Entry::getValue).orElse(false);
  }

  /** Whether nothing was answered at a moment or after it. */
  boolean isSilentSince(Instant moment) {
    return answers.ceilingKey(moment) == null;
  }

  /** Whether it is in force as far as is known. */
  public boolean isInForce() {
    return !answers.isEmpty() && answers.lastEntry().getValue();
  }
}
