package org.counterfoil.domain.privacy.subject;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.domain.privacy.register.PurposeKey;

/**
 * All that are known to be one person, or to read one address. A no, an objection or a restriction
 * of one of them is of all, whenever they were found to be one; a yes stands until one of them says
 * no after it.
 */
public record WholePerson(List<DataSubject> members) {

  public WholePerson {
    members = List.copyOf(members);
  }

  /** With others, who are asked as well. */
  public WholePerson and(Collection<DataSubject> others) {
    return new WholePerson(Stream.concat(members.stream(), others.stream()).toList());
  }

  /** The last yes to a purpose after which nobody of them said no; missing where none stands. */
  public Optional<Instant> agreedAt(PurposeKey purpose) {
    return members.stream()
        .flatMap(member -> member.agreedAt(purpose).stream())
        .filter(at -> !hasSaidNoSince(purpose, at))
        .max(Comparator.naturalOrder());
  }

  /**
   * When somebody of them said no to a purpose that was agreed to last; missing where a consent is
   * in force, and where nobody of them ever said no.
   */
  public Optional<Instant> endedAt(PurposeKey purpose) {
    if (agreedAt(purpose).isPresent()) {
      return Optional.empty();
    }
    Instant last =
        members.stream()
            .flatMap(member -> member.answersTo(purpose).stream())
            .flatMap(answers -> answers.lastGivenAt().stream())
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    return members.stream()
        .flatMap(member -> member.answersTo(purpose).stream())
        .flatMap(answers -> answers.refusedAt(last).stream())
        .min(Comparator.naturalOrder());
  }

  /** Purposes for which a consent is in force as far as is known. */
  public List<PurposeKey> agreedTo() {
    return members.stream()
        .flatMap(member -> member.agreedTo().stream())
        .distinct()
        .filter(purpose -> agreedAt(purpose).isPresent())
        .sorted()
        .toList();
  }

  /** Whether one of them said no to a purpose, in whatever words, at a moment or after it. */
  public boolean hasSaidNoSince(PurposeKey purpose, Instant moment) {
    return members.stream().anyMatch(member -> member.hasSaidNoSince(purpose, moment));
  }

  /** Whether one of them objected to a purpose, and none consented to it since. */
  public boolean hasObjected(PurposeKey purpose) {
    return members.stream()
        .flatMap(member -> member.objectedAt(purpose).stream())
        .anyMatch(
            made -> members.stream().noneMatch(member -> member.hasSaidYesAfter(purpose, made)));
  }

  /** Why their data may be kept only; empty where they may be used. */
  public Set<RestrictionReason> restrictions() {
    Set<RestrictionReason> all = EnumSet.noneOf(RestrictionReason.class);
    members.forEach(member -> all.addAll(member.restrictions()));
    return all;
  }

  /** Whether their data may be kept only. */
  public boolean isRestricted() {
    return !restrictions().isEmpty();
  }
}
