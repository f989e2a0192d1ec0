package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterfoil.command.privacy.subject.AddressHolders;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.Vault.DueKey;
import org.jspecify.annotations.Nullable;

/**
 * Brings a file in: some people at a time, each whole or not at all. Whatever interrupts it, the
 * same file brought again does the rest, because lines that made somebody are known by their marks.
 */
final class ImportRun {

  /** How many people are looked up at once. */
  private static final int CHUNK = 200;

  private final OrganisationId organisation;
  private final CheckedMapping mapping;
  private final OpenedVault vault;
  private final PeopleHistory history;
  private final AddressHolders holders;
  private final PersonPlanner planner;
  private final Person nobodyYet;

  ImportRun(
      OrganisationId organisation,
      CheckedMapping mapping,
      OpenedVault vault,
      PeopleHistory history,
      AddressHolders holders) {
    this.organisation = organisation;
    this.mapping = mapping;
    this.vault = vault;
    this.history = history;
    this.holders = holders;
    this.nobodyYet = new Person(organisation, List.of());
    this.planner = new PersonPlanner(mapping);
  }

  /**
   * Plans everybody in the file, and has each plan carried out where there is somebody to do so.
   *
   * @param scribe missing for a dry run
   */
  ImportTally run(FilePeople file, @Nullable ImportScribe scribe) {
    ImportTally tally = new ImportTally(mapping, file);
    List<FilePerson> people = file.people();
    for (int from = 0; from < people.size(); from += CHUNK) {
      List<PersonPlan> plans = plans(people.subList(from, Math.min(from + CHUNK, people.size())));
      if (scribe != null) {
        scribe.record(plans);
      }
      plans.forEach(tally::add);
    }
    return tally;
  }

  private List<PersonPlan> plans(List<FilePerson> people) {
    Map<PersonalValue, List<DueKey>> made =
        vault
            .importedLines()
            .find(
                organisation,
                mapping.wish().source(),
                people.stream().map(person -> person.identity).toList(),
                purposes());
    Map<PurposeKey, Map<PersonalValue, Instant>> refused = refused(people);
    Map<PersonalValue, List<Person>> readers = holders.of(organisation, emails(people));
    List<PersonPlan> plans = new ArrayList<>();
    for (FilePerson person : people) {
      List<DueKey> keys = made.getOrDefault(person.identity, List.of());
      PersonalValue email = person.values.get(PersonalField.EMAIL);
      Person whole = keys.isEmpty() ? nobodyYet : whole(keys.getFirst().subjectId());
      Member known = keys.isEmpty() ? null : whole.member(keys.getFirst().subjectId());
      plans.add(
          planner.plan(
              person,
              known,
              whole.whole(),
              keys.stream().map(DueKey::purpose).collect(Collectors.toSet()),
              refusedAt(refused, email),
              others(
                  whole,
                  known,
                  email == null ? List.of() : readers.getOrDefault(email, List.of()))));
    }
    return plans;
  }

  private Set<PurposeKey> purposes() {
    return Stream.concat(
            mapping.captures().stream().map(MappedCapture::purpose),
            mapping.consents().stream().map(MappedConsent::purpose))
        .map(declared -> declared.purpose().key())
        .collect(Collectors.toSet());
  }

  private Map<PurposeKey, Map<PersonalValue, Instant>> refused(List<FilePerson> people) {
    Map<PurposeKey, Map<PersonalValue, Instant>> refused = new HashMap<>();
    for (PurposeKey purpose : purposes()) {
      refused.put(
          purpose,
          vault.suppressions().since(organisation, purpose, PersonalField.EMAIL, emails(people)));
    }
    return refused;
  }

  /** When whoever has an address said no last, by the purposes to which it did. */
  private static Map<PurposeKey, Instant> refusedAt(
      Map<PurposeKey, Map<PersonalValue, Instant>> refused, @Nullable PersonalValue email) {
    Map<PurposeKey, Instant> since = new HashMap<>();
    if (email != null) {
      refused.forEach(
          (purpose, marks) ->
              Optional.ofNullable(marks.get(email)).ifPresent(at -> since.put(purpose, at)));
    }
    return since;
  }

  private static List<PersonalValue> emails(List<FilePerson> people) {
    return people.stream()
        .map(person -> person.values.get(PersonalField.EMAIL))
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }

  /** Who is the same person, or has its address, and is not the one that the line made. */
  private static List<Member> others(Person whole, @Nullable Member known, List<Person> readers) {
    return Stream.concat(Stream.of(whole), readers.stream())
        .flatMap(person -> person.members().stream())
        .filter(member -> known == null || !member.id().equals(known.id()))
        .toList();
  }

  private Person whole(DataSubjectId known) {
    return history
        .find(organisation, known)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected somebody whose key is there, but the log has nobody"));
  }
}
