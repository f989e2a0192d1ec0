package org.counterfoil.command.privacy.subject;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ContactMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;
import org.counterfoil.domain.privacy.subject.WholePerson;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.problem.Problem;

/** People as the log has them now, each with all that was found to be of it. */
public final class PeopleHistory {

  private static final SubjectDecider DECIDER = new SubjectDecider();

  private final EventLog log;

  PeopleHistory(EventLog log) {
    this.log = log;
  }

  /** One of those that are one person. */
  public record Member(DataSubjectId id, DataSubject state, List<RecordedEvent> events) {

    /**
     * Whether a contact is recorded that was made at a moment or after it: no earlier one is news.
     */
    public boolean wasHeardOfSince(Instant moment) {
      return events.stream()
          .anyMatch(
              recorded ->
                  recorded.envelope().payload() instanceof ContactMade made
                      && !made.at().isBefore(moment));
    }

    /**
     * Whether it was joined with another by the very command that told of it first: by who showed
     * the secret of an account, and not by who was asked to join them.
     */
    boolean isJoinedAtOnce() {
      Envelope first = events.getFirst().envelope();
      return events.stream()
          .map(RecordedEvent::envelope)
          .filter(one -> one.payload() instanceof SubjectMerged)
          .anyMatch(
              one ->
                  one.cause().equals(first.cause()) && one.recordedAt().equals(first.recordedAt()));
    }
  }

  /**
   * A person.
   *
   * @param members the one that stays first, and all that were merged into it
   */
  public record Person(OrganisationId organisationId, List<Member> members) {

    /** Who stays first. */
    public DataSubjectId id() {
      return members.getFirst().id();
    }

    /** All that are the person, who stays first in front. */
    public List<DataSubjectId> ids() {
      return members.stream().map(Member::id).toList();
    }

    /** What is decided of all of them. */
    public WholePerson whole() {
      return new WholePerson(members.stream().map(Member::state).toList());
    }

    /** One of them; asking for somebody else is an error. */
    public Member member(DataSubjectId id) {
      return members.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }

    /** Purposes for which something is kept. */
    public List<PurposeKey> purposes() {
      return members.stream()
          .flatMap(member -> member.state().purposes().stream())
          .distinct()
          .toList();
    }

    /** All that the log has of it, stream after stream. */
    public Stream<SubjectEvent> told() {
      return members.stream()
          .flatMap(member -> member.events().stream())
          .map(recorded -> (SubjectEvent) recorded.envelope().payload());
    }
  }

  /** The person; one that is unknown, or another organisation's, ends the request as a 404. */
  public Person of(OrganisationId organisation, DataSubjectId id) {
    return whole(organisation, required(organisation, id));
  }

  /** The person; nothing where nothing of it is in the log yet. */
  public Optional<Person> find(OrganisationId organisation, DataSubjectId id) {
    return member(id).map(member -> whole(organisation, member));
  }

  private Person whole(OrganisationId organisation, Member one) {
    Member member = one;
    Set<DataSubjectId> seen = new HashSet<>();
    while (member.state().mergedInto().isPresent() && seen.add(member.id())) {
      member = required(organisation, member.state().mergedInto().orElseThrow());
    }
    List<Member> members = new ArrayList<>();
    collect(organisation, member, members, new HashSet<>());
    return new Person(organisation, members);
  }

  /**
   * An account, and all that was told while its secret was shown; nobody whom somebody else found
   * to be the same person.
   */
  public Person shown(OrganisationId organisation, DataSubjectId account) {
    List<Member> members = new ArrayList<>();
    members.add(required(organisation, account));
    for (RecordedEvent recorded : log.readHold(account.value())) {
      if (recorded.envelope().payload() instanceof SubjectMerged merged) {
        Member member = required(organisation, merged.subjectId());
        if (member.isJoinedAtOnce()) {
          members.add(member);
        }
      }
    }
    return new Person(organisation, members);
  }

  private void collect(
      OrganisationId organisation, Member member, List<Member> members, Set<DataSubjectId> seen) {
    if (!seen.add(member.id())) {
      return;
    }
    members.add(member);
    for (RecordedEvent recorded : log.readHold(member.id().value())) {
      if (recorded.envelope().payload() instanceof SubjectMerged merged) {
        collect(organisation, required(organisation, merged.subjectId()), members, seen);
      }
    }
  }

  private Member required(OrganisationId organisation, DataSubjectId id) {
    return member(id)
        .filter(found -> found.state().organisationId().equals(Optional.of(organisation)))
        .orElseThrow(
            () ->
                Problem.refused(
                        PrivacyRejection.UNKNOWN_SUBJECT,
                        "Expected somebody of the organisation, but " + id + " is not")
                    .exception());
  }

  /** One by itself; nothing where nothing was ever recorded of it. */
  public Optional<Member> member(DataSubjectId id) {
    List<RecordedEvent> events = log.readStream(id.value());
    if (events.isEmpty() || !(events.getFirst().envelope().payload() instanceof SubjectEvent)) {
      return Optional.empty();
    }
    DataSubject state = new DataSubject();
    events.forEach(recorded -> DECIDER.evolve(state, (SubjectEvent) recorded.envelope().payload()));
    return Optional.of(new Member(id, state, events));
  }
}
