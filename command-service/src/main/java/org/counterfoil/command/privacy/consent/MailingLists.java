package org.counterfoil.command.privacy.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterfoil.command.privacy.subject.AddressHolders;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.WholePerson;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Vault.DueKey;
import org.jspecify.annotations.Nullable;

/**
 * Finds whom a purpose of marketing may write to now. What counts is what was said last: by whoever
 * is known to be the same person, and by whoever reads the same address, which is written to once.
 * A page reads no more people than were asked for, and opens each address once.
 */
final class MailingLists {

  private final OpenedVault vault;
  private final PeopleHistory history;
  private final AddressHolders holders;
  private final EventLog log;

  MailingLists(OpenedVault vault, PeopleHistory history, AddressHolders holders, EventLog log) {
    this.vault = vault;
    this.history = history;
    this.holders = holders;
    this.log = log;
  }

  /**
   * Somebody to write to.
   *
   * @param since when it agreed last, or bought
   */
  record Listed(Member member, PersonalValue address, Instant since) {

    private static final Comparator<Listed> LAST =
        Comparator.comparing(Listed::since).thenComparing(one -> one.member().id().toString());

    boolean isBefore(Listed other) {
      return LAST.compare(this, other) < 0;
    }
  }

  /** Those among the next people who told something for it; their addresses are open. */
  Page<Listed> of(OrganisationId organisation, Purpose purpose, PageRequest page) {
    String after = page.after();
    Page<DueKey> keys =
        page.page(
            vault
                .get()
                .of(
                    organisation,
                    purpose.key(),
                    after == null ? null : DataSubjectId.of(after),
                    page.fetch()),
            key -> key.subjectId().toString());
    return new Page<>(writable(organisation, purpose, keys.items()), keys.nextCursor());
  }

  private List<Listed> writable(OrganisationId organisation, Purpose purpose, List<DueKey> keys) {
    ToldWithOrders orders = new ToldWithOrders(log);
    List<Listed> agreed =
        keys.stream()
            .flatMap(
                key ->
                    history.find(organisation, key.subjectId()).stream()
                        .flatMap(
                            person -> listed(person, key.subjectId(), purpose, orders).stream()))
            .toList();
    List<PersonalValue> addresses = agreed.stream().map(Listed::address).distinct().toList();
    Map<PersonalValue, List<Person>> readers = holders.of(organisation, addresses);
    Map<PersonalValue, List<DataSubjectId>> told =
        vault.get().findFor(purpose.key(), organisation, PersonalField.EMAIL, addresses);
    Map<PersonalValue, Instant> objected =
        vault.suppressions().since(organisation, purpose.key(), PersonalField.EMAIL, addresses);
    return agreed.stream()
        .filter(one -> isFree(purpose, one, objected.get(one.address())))
        .filter(
            one ->
                isLast(
                    purpose,
                    one,
                    orders,
                    readers.getOrDefault(one.address(), List.of()),
                    told.getOrDefault(one.address(), List.of())))
        .toList();
  }

  /** Missing where it may not be written to by what is known of the person itself. */
  private Optional<Listed> listed(
      Person person, DataSubjectId id, Purpose purpose, ToldWithOrders orders) {
    Member member = person.member(id);
    return mayBeWrittenTo(person.whole(), member, purpose, orders)
        .flatMap(
            since ->
                member.state().fields().stream()
                    .filter(kept -> kept.purpose().equals(purpose.key()))
                    .filter(kept -> kept.field() == PersonalField.EMAIL)
                    .map(kept -> new Listed(member, open(person, member, kept), since))
                    .findFirst());
  }

  /** Since when. */
  private static Optional<Instant> mayBeWrittenTo(
      WholePerson whole, Member member, Purpose purpose, ToldWithOrders orders) {
    return orders
        .since(member, purpose)
        .filter(at -> !whole.isRestricted() && !isEnded(whole, purpose, at));
  }

  private static boolean isEnded(WholePerson whole, Purpose purpose, Instant since) {
    return purpose.asksForConsent()
        ? whole.hasSaidNoSince(purpose.key(), since)
        : whole.hasObjected(purpose.key());
  }

  /**
   * Whether no objection of the address outlives whoever made it. A yes that came later ends it;
   * not saying no again does not.
   */
  private static boolean isFree(Purpose purpose, Listed one, @Nullable Instant objected) {
    return objected == null || (!purpose.isOptOut() && objected.isBefore(one.since()));
  }

  /** Whether nobody who reads the address said no since, or agreed later and is written to. */
  private static boolean isLast(
      Purpose purpose,
      Listed one,
      ToldWithOrders orders,
      List<Person> readers,
      List<DataSubjectId> told) {
    for (Person reader : readers) {
      WholePerson whole = reader.whole();
      if (isEnded(whole, purpose, one.since())) {
        return false;
      }
      for (Member member : reader.members()) {
        boolean isLater =
            told.contains(member.id())
                && mayBeWrittenTo(whole, member, purpose, orders)
                    .map(at -> new Listed(member, one.address(), at))
                    .filter(one::isBefore)
                    .isPresent();
        if (isLater) {
          return false;
        }
      }
    }
    return true;
  }

  private PersonalValue open(Person person, Member member, KeptField kept) {
    return vault
        .get()
        .open(
            kept.captureId(),
            new DataKeyName(kept.keyId(), person.organisationId(), member.id(), kept.purpose()),
            kept.field());
  }
}
