package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * When a consent was in force. Whoever was never asked has given none. Of a yes and a no of one
 * moment the no counts, in whichever order they are told: files know days only, and nobody is to
 * have agreed because a line came last.
 */
public final class ConsentHistory {

  private enum Said {
    YES,
    NO,
    NOTHING_FOR_LONG,
    /** Nothing: its address is another, and whoever reads there has yet to say so. */
    NOTHING_YET
  }

  private static final Set<Said> AGREED = EnumSet.of(Said.YES);
  private static final Set<Said> AWAITED = EnumSet.of(Said.NOTHING_YET);

  private final TreeMap<Instant, Set<Said>> answers = new TreeMap<>();

  void answered(Instant at, boolean isGiven) {
    add(at, said(isGiven));
  }

  void expired(Instant at) {
    add(at, Said.NOTHING_FOR_LONG);
  }

  void awaited(Instant at) {
    add(at, Said.NOTHING_YET);
  }

  private void add(Instant at, Said said) {
    answers.computeIfAbsent(at, none -> EnumSet.noneOf(Said.class)).add(said);
  }

  private static Said said(boolean isGiven) {
    return isGiven ? Said.YES : Said.NO;
  }

  ConsentHistory copy() {
    ConsentHistory copy = new ConsentHistory();
    answers.forEach((at, said) -> copy.answers.put(at, EnumSet.copyOf(said)));
    return copy;
  }

  /** Whether this very answer is known already. */
  boolean isAnswered(Instant at, boolean isGiven) {
    return answers.getOrDefault(at, Set.of()).contains(said(isGiven));
  }

  /** Whether it was taken back, refused or ended at a moment or after it, whatever came then. */
  boolean isEndedSince(Instant moment) {
    return answers.tailMap(moment, true).values().stream().anyMatch(said -> !said.equals(AGREED));
  }

  /** Whether the person said no at a moment or after it; that nothing was heard of it is no no. */
  boolean isRefusedSince(Instant moment) {
    return answers.tailMap(moment, true).values().stream().anyMatch(said -> said.contains(Said.NO));
  }

  /** Whether the person said yes after a moment, whatever came then. */
  boolean isGivenAfter(Instant moment) {
    return answers.tailMap(moment, false).values().stream()
        .anyMatch(said -> said.contains(Said.YES));
  }

  /** The last yes, whether it is in force or not. */
  Optional<Instant> lastGivenAt() {
    return answers.descendingMap().entrySet().stream()
        .filter(entry -> entry.getValue().contains(Said.YES))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The first no at a moment or after it; what nothing was heard of for long went with its end. */
  Optional<Instant> refusedAt(Instant moment) {
    return answers.tailMap(moment, true).entrySet().stream()
        .filter(entry -> entry.getValue().contains(Said.NO))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The last yes, where it is in force. */
  Optional<Instant> agreedAt() {
    return isInForce() ? Optional.of(answers.lastKey()) : Optional.empty();
  }

  /** Whether it was in force at a moment; from the moment it was given, until it was taken back. */
  public boolean isInForceAt(Instant moment) {
    return Optional.ofNullable(answers.floorEntry(moment))
        .map(Map.Entry::getValue)
        .map(AGREED::equals)
        .orElse(false);
  }

  /** Whether nothing was answered at a moment or after it. */
  boolean isSilentSince(Instant moment) {
    return answers.tailMap(moment, true).values().stream().allMatch(AWAITED::equals);
  }

  /** Whether it is in force as far as is known. */
  public boolean isInForce() {
    return !answers.isEmpty() && answers.lastEntry().getValue().equals(AGREED);
  }
}
