package org.counterfoil.command.privacy.vault;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Suppressions;
import org.counterfoil.vault.Vault;
import org.counterfoil.vault.VaultDamaged;

/**
 * Follows those who said no, or of whom nothing was heard for long: marks their addresses, as their
 * events did, because the marks of an older vault that was restored end where it does; and has what
 * was kept by their consent looked at soon. It MUST be done before any key is destroyed, because
 * whoever said no and was erased is there for the last time.
 */
final class EndedAgain {

  private static final SubjectDecider DECIDER = new SubjectDecider();
  private static final int PAGE = 1_000;

  private final EventLog log;
  private final Function<Vault, Suppressions> suppressions;

  EndedAgain(EventLog log, Function<Vault, Suppressions> suppressions) {
    this.log = log;
    this.suppressions = suppressions;
  }

  /** Which purpose somebody said no to, and when. */
  private record Ended(PurposeKey purpose, Instant at) {}

  /** Does so for all after a position. */
  void after(long start, Vault vault) {
    long position = start;
    List<RecordedEvent> page;
    do {
      page = log.readConsentEnds(position, PAGE);
      for (RecordedEvent recorded : page) {
        position = recorded.position();
        SubjectEvent event = (SubjectEvent) recorded.envelope().payload();
        ended(event, position).ifPresent(no -> mark(event, no, recorded.position(), vault));
        lookSoon(event, vault);
      }
    } while (page.size() == PAGE);
  }

  /** What outlives an erasure: an absolute objection, and a no that ended something. */
  private Optional<Ended> ended(SubjectEvent event, long position) {
    return switch (event) {
      case ObjectionMade made when made.isAbsolute() ->
          Optional.of(new Ended(made.purpose(), made.at()));
      case ConsentWithdrawn back -> Optional.of(new Ended(back.purpose(), back.at()));
      case ConsentExpired over -> Optional.of(new Ended(over.purpose(), over.at()));
      case ConsentRefused not
          when before(event.subjectId(), position).agreedTo().contains(not.purpose()) ->
          Optional.of(new Ended(not.purpose(), not.at()));
      default -> Optional.empty();
    };
  }

  private void mark(SubjectEvent event, Ended no, long position, Vault vault) {
    Suppressions marks = suppressions.apply(vault);
    for (KeptField kept : before(event.subjectId(), position).fields()) {
      if (kept.field() == PersonalField.EMAIL) {
        open(event, kept, vault)
            .ifPresent(
                address ->
                    marks.add(
                        marks.no(
                            event.organisationId(),
                            event.subjectId(),
                            no.purpose(),
                            PersonalField.EMAIL,
                            address),
                        no.at()));
      }
    }
  }

  /** A value that is no longer there was marked when it was, or came after the backup. */
  private static Optional<PersonalValue> open(SubjectEvent event, KeptField kept, Vault vault) {
    DataKeyName key =
        new DataKeyName(kept.keyId(), event.organisationId(), event.subjectId(), kept.purpose());
    try {
      return Optional.of(vault.open(kept.captureId(), key, kept.field()));
    } catch (VaultDamaged gone) {
      return Optional.empty();
    }
  }

  /** Somebody as it was before the event at a position. */
  private DataSubject before(DataSubjectId subject, long position) {
    DataSubject then = new DataSubject();
    log.readStream(subject.value()).stream()
        .filter(recorded -> recorded.position() < position)
        .forEach(recorded -> DECIDER.evolve(then, (SubjectEvent) recorded.envelope().payload()));
    return then;
  }

  /** Of everybody who is the same person: what one of them says is said by all. */
  private void lookSoon(SubjectEvent event, Vault vault) {
    Map<DataSubjectId, DataSubject> same = samePerson(event.subjectId());
    List<PurposeKey> purposes =
        switch (event) {
          case ConsentWithdrawn one -> List.of(one.purpose());
          case ConsentRefused one -> List.of(one.purpose());
          case ConsentExpired one -> List.of(one.purpose());
          case ConfirmationAwaited one -> List.of(one.purpose());
          case ObjectionMade one -> List.of(one.purpose());
          default -> // they were found to be one
              same.values().stream().flatMap(one -> one.purposes().stream()).distinct().toList();
        };
    purposes.forEach(purpose -> vault.reviewSoon(event.organisationId(), purpose, same.keySet()));
  }

  private Map<DataSubjectId, DataSubject> samePerson(DataSubjectId one) {
    Map<DataSubjectId, DataSubject> found = new LinkedHashMap<>();
    Deque<DataSubjectId> next = new ArrayDeque<>(List.of(one));
    while (!next.isEmpty()) {
      DataSubjectId id = next.remove();
      if (!found.containsKey(id)) {
        DataSubject state = before(id, Long.MAX_VALUE);
        found.put(id, state);
        state.mergedInto().ifPresent(next::add);
        for (RecordedEvent recorded : log.readHold(id.value())) {
          if (recorded.envelope().payload() instanceof SubjectMerged merged) {
            next.add(merged.subjectId());
          }
        }
      }
    }
    return found;
  }
}
