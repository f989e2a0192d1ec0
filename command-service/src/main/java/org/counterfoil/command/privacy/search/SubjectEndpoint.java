package org.counterfoil.command.privacy.search;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.capture.ToldValues;
import org.counterfoil.command.privacy.disclosure.Reading;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.AccountReach;
import org.counterfoil.command.privacy.subject.PeopleActs;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.PersonalValue;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Finds people by what they told, and joins those who are one. */
@RestController
@Tag(name = "Personal data")
final class SubjectEndpoint {

  private static final String SUBJECTS = "/api/v1/privacy/{organisationId}/subjects";
  private static final int MOST_FOUND = 500;
  private static final int MOST_MERGED = 100;

  private final OpenedVault vault;
  private final PeopleHistory history;
  private final PeopleActs acts;
  private final Reading reading;
  private final AccountReach reach;
  private final Registers registers;

  SubjectEndpoint(
      OpenedVault vault,
      PeopleHistory history,
      PeopleActs acts,
      Reading reading,
      AccountReach reach,
      Registers registers) {
    this.vault = vault;
    this.history = history;
    this.acts = acts;
    this.reading = reading;
    this.reach = reach;
    this.registers = registers;
  }

  /** People who were found. */
  record FoundPeople(List<FoundPerson> items) {}

  /**
   * Somebody who was found; nothing of what it told.
   *
   * @param subjectIds all that are of this person
   * @param purposes for which something is kept
   * @param orderIds what it was told for
   * @param unconfirmedAccountIds accounts of it of whose address nobody has shown to read it: they
   *     may be a stranger's
   */
  record FoundPerson(
      DataSubjectId subjectId,
      List<DataSubjectId> subjectIds,
      List<PurposeKey> purposes,
      List<OrderId> orderIds,
      List<DataSubjectId> unconfirmedAccountIds) {

    static FoundPerson of(Person person, List<DataSubjectId> unconfirmed) {
      return new FoundPerson(
          person.id(),
          person.ids(),
          person.purposes(),
          person
              .told()
              .filter(PersonalDataCaptured.class::isInstance)
              .map(event -> ((PersonalDataCaptured) event).orderId())
              .filter(Objects::nonNull)
              .distinct()
              .toList(),
          unconfirmed);
    }
  }

  /**
   * Who is one person.
   *
   * @param into who stays
   * @param subjectIds the others
   */
  record MergeWish(DataSubjectId into, List<DataSubjectId> subjectIds) {}

  /**
   * All that are of one person now.
   *
   * @param unconfirmedAccountIds accounts among them that may be a stranger's; their secrets reach
   *     nobody with whom they are joined
   */
  record MergedPerson(
      DataSubjectId subjectId,
      List<DataSubjectId> subjectIds,
      List<DataSubjectId> unconfirmedAccountIds) {}

  @PostMapping(SUBJECTS + "/search")
  @Operation(
      summary = "Find people by what they told: email, telephone or name",
      description =
          "Through a keyed index, whole and in whatever way it is written; all that match. Recorded"
              + " as a disclosure before it is answered. Nothing that anybody told is in the answer."
              + " Accounts whose address nobody confirmed are marked: they may be a stranger's.")
  @Parameter(in = ParameterIn.HEADER, name = Reading.REASON, required = true)
  @ApiResponse(
      responseCode = "200",
      description = "Found",
      content = @Content(schema = @Schema(implementation = FoundPeople.class)))
  ResponseEntity<byte[]> search(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<Map<String, String>> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    DisclosureReason reason = reading.reasonOf(exchange);
    Map<PersonalField, PersonalValue> values = ToldValues.read("search", sent.value());
    if (values.size() != 1 || !values.keySet().iterator().next().isSearchable()) {
      throw Problem.invalid(
              "search", "Expected email, telephone or name, but it is not one of them")
          .exception();
    }
    PersonalField field = values.keySet().iterator().next();
    Map<DataSubjectId, Person> people = new LinkedHashMap<>();
    vault.get().find(organisationId, field, Objects.requireNonNull(values.get(field))).stream()
        .limit(MOST_FOUND)
        .map(id -> history.of(organisationId, id))
        .forEach(person -> people.put(person.id(), person));
    Register register = registers.of(organisationId);
    FoundPeople found =
        new FoundPeople(
            people.values().stream()
                .map(person -> FoundPerson.of(person, reach.unconfirmed(person, register)))
                .toList());
    return exchange
        .in(organisationId)
        .anew()
        .submit(
            reading.of(
                organisationId,
                DisclosureKind.SEARCH,
                reason,
                people.values().stream().flatMap(person -> person.ids().stream()).toList(),
                List.of(),
                List.of(field),
                null),
            events -> Answers.ok(found));
  }

  @PostMapping(SUBJECTS + "/merge")
  @Operation(
      summary = "Record that several are one person",
      description =
          "Whatever is asked of the one that stays is asked of all. An account's own secret goes on to"
              + " reach only what came with it, and whoever has an address that was confirmed with it."
              + " 409 SUBJECT_MERGED.")
  @ApiResponse(
      responseCode = "200",
      description = "One person",
      content = @Content(schema = @Schema(implementation = MergedPerson.class)))
  ResponseEntity<byte[]> merge(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<MergeWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    MergeWish wish = sent.value();
    if (wish.subjectIds().isEmpty() || wish.subjectIds().size() > MOST_MERGED) {
      throw Problem.invalid(
              "subjectIds", "Expected 1 to " + MOST_MERGED + ", but " + wish.subjectIds().size())
          .exception();
    }
    Person stays = history.of(organisationId, wish.into());
    List<RecordPeople> merges =
        wish.subjectIds().stream()
            .map(id -> toMerge(organisationId, id, stays.id()))
            .map(
                id ->
                    new RecordPeople(
                        null, List.of(new MergeSubject(organisationId, id, stays.id()))))
            .toList();
    List<DataSubjectId> unconfirmed = unconfirmed(stays, merges);
    return acts.submit(
        exchange.in(organisationId).with(sent),
        merges,
        List.of(),
        events -> Answers.ok(new MergedPerson(stays.id(), merged(stays, merges), unconfirmed)));
  }

  /** Whoever was merged before brings the person it became, unless that is the one already. */
  private DataSubjectId toMerge(
      OrganisationId organisation, DataSubjectId id, DataSubjectId stays) {
    DataSubjectId now = history.of(organisation, id).id();
    return now.equals(stays) ? id : now;
  }

  private List<DataSubjectId> unconfirmed(Person stays, List<RecordPeople> merges) {
    Register register = registers.of(stays.organisationId());
    return merged(stays, merges).stream()
        .map(id -> history.of(stays.organisationId(), id))
        .flatMap(person -> reach.unconfirmed(person, register).stream())
        .distinct()
        .toList();
  }

  private static List<DataSubjectId> merged(Person stays, List<RecordPeople> merges) {
    return Stream.concat(
            stays.ids().stream(),
            merges.stream().flatMap(merge -> merge.people().stream()).map(DataSubjectId::new))
        .distinct()
        .toList();
  }
}
