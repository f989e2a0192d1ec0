package org.counterfoil.command.privacy.consent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubject.Unconfirmed;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Vault.DueKey;
import org.jspecify.annotations.Nullable;

/** Finds what waits to be confirmed. */
final class Confirmations {

  /** Longer than anything waits, by the day on which its key is looked at next. */
  private static final int DAYS_TO_REVIEW = 10;

  private final OpenedVault vault;
  private final PeopleHistory history;
  private final Registers registers;
  private final Clock clock;

  Confirmations(OpenedVault vault, PeopleHistory history, Registers registers, Clock clock) {
    this.vault = vault;
    this.history = history;
    this.registers = registers;
    this.clock = clock;
  }

  /** A yes that waits. */
  record Waiting(Member member, KeptField email, Unconfirmed asked) {
    PurposeKey purpose() {
      return email.purpose();
    }
  }

  /**
   * Those who wait at an organisation among the next ones who may, the oldest first. Nothing that
   * waits is looked at by the retention later than in ten days, so that those who confirmed are not
   * read, however many there are; and a page reads no more people than were asked for.
   */
  Page<Waiting> of(OrganisationId organisation, PageRequest page) {
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(DAYS_TO_REVIEW);
    Place place = Place.of(page.after());
    List<DueKey> keys = new ArrayList<>();
    for (PurposeKey purpose : confirmed(organisation)) {
      int more = page.fetch() - keys.size();
      if (more > 0 && place.isBefore(purpose)) {
        keys.addAll(vault.get().dueOf(organisation, purpose, day, place.after(purpose), more));
      }
    }
    Page<DueKey> read = page.page(keys, key -> key.purpose() + "/" + key.subjectId());
    List<Waiting> waiting =
        read.items().stream()
            .flatMap(key -> of(organisation, key.subjectId(), key.purpose()).stream())
            .sorted(Comparator.comparing(one -> one.asked().at()))
            .toList();
    return new Page<>(waiting, read.nextCursor());
  }

  /** For what a yes may be confirmed, in the order of their keys. */
  private List<PurposeKey> confirmed(OrganisationId organisation) {
    return registers.of(organisation).purposes().stream()
        .map(PurposeDeclared::purpose)
        .filter(purpose -> purpose.isByConsent() && purpose.dpvPurpose().isMarketing())
        .map(Purpose::key)
        .sorted()
        .toList();
  }

  /** Where a page goes on. */
  private record Place(String purposeKey, @Nullable DataSubjectId subject) {

    static Place of(@Nullable String after) {
      if (after == null) {
        return new Place("", null);
      }
      String[] parts = after.split("/", 2);
      return new Place(parts[0], DataSubjectId.of(parts[1]));
    }

    boolean isBefore(PurposeKey purpose) {
      return purposeKey.compareTo(purpose.value()) <= 0;
    }

    @Nullable DataSubjectId after(PurposeKey purpose) {
      return purposeKey.equals(purpose.value()) ? subject : null;
    }
  }

  /** Whether an address waits for a purpose already: nobody is written to twice for it. */
  boolean isWaiting(OrganisationId organisation, PurposeKey purpose, PersonalValue email) {
    return vault
        .get()
        .findFor(purpose, organisation, PersonalField.EMAIL, List.of(email))
        .getOrDefault(email, List.of())
        .stream()
        .anyMatch(subject -> !of(organisation, subject, purpose).isEmpty());
  }

  /**
   * Whether a yes can still be confirmed: a no of whoever is known to be the same person ends it.
   */
  boolean isOpen(Person person, Member member, PurposeKey purpose) {
    Unconfirmed asked = member.state().unconfirmed().get(purpose);
    return asked != null
        && member.state().isOpen(purpose, clock.instant())
        && !person.whole().hasSaidNoSince(purpose, asked.at())
        && !person.whole().isRestricted();
  }

  private List<Waiting> of(OrganisationId organisation, DataSubjectId subject, PurposeKey purpose) {
    return history.member(subject).stream()
        .filter(member -> member.state().isOpen(purpose, clock.instant()))
        .filter(member -> isOpen(history.of(organisation, subject), member, purpose))
        .flatMap(
            member ->
                member.state().fields().stream()
                    .filter(kept -> kept.purpose().equals(purpose))
                    .filter(kept -> kept.field() == PersonalField.EMAIL)
                    .map(
                        kept ->
                            new Waiting(
                                member,
                                kept,
                                Objects.requireNonNull(member.state().unconfirmed().get(purpose)))))
        .toList();
  }

  /** The address of somebody who waits; a reading that is to be recorded before. */
  PersonalValue address(OrganisationId organisation, Waiting one) {
    return vault
        .get()
        .open(
            one.email().captureId(),
            new DataKeyName(one.email().keyId(), organisation, one.member().id(), one.purpose()),
            PersonalField.EMAIL);
  }
}
