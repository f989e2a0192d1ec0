package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.List;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.jspecify.annotations.Nullable;

/**
 * What is to be recorded of somebody in a file.
 *
 * @param known as whom it was brought before; missing where it was not
 * @param captures what is new of it, each purpose once
 * @param answers what it answered and was not known yet, the earliest first
 * @param lastContact when it was last heard of, where that was not known yet
 * @param notCounted each yes that counts as not given
 * @param isSuppressed whether whoever has its address objected to advertising
 */
record PersonPlan(
    FilePerson person,
    @Nullable Member known,
    List<MappedCapture> captures,
    List<FileAnswer> answers,
    @Nullable Instant lastContact,
    List<Uncounted> notCounted,
    boolean isSuppressed) {

  PersonPlan {
    captures = List.copyOf(captures);
    answers = List.copyOf(answers);
    notCounted = List.copyOf(notCounted);
  }

  /** A yes that counts as not given, and why. */
  record Uncounted(MappedConsent consent, NotCounted reason) {}

  /** Whether nothing is to be recorded. */
  boolean isNothing() {
    return captures.isEmpty() && answers.isEmpty() && lastContact == null;
  }
}
