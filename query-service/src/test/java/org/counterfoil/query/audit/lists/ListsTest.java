package org.counterfoil.query.audit.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.request.AnswerDue;
import org.counterfoil.domain.privacy.request.ExtensionGround;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.ContactKind;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.RunningQueryService;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What happened to personal data of many, found by when, what, why and by whom. */
class ListsTest {

  private static final Instant BEGUN = Instant.parse("2025-12-01T09:00:00Z");

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale onsale = Onsale.on(service);
  private final People people = new People(service.log(), onsale.organisation(), BEGUN);
  private final String token = service.token(Role.DPO, onsale.organisation());

  @Test
  void capturesAreFoundByFieldPurposeAndDay_pageByPage() {
    DataSubjectId somebody = people.somebody();
    people.capture(
        somebody,
        People.DELIVERY,
        at("2026-01-10T23:30"),
        null,
        PersonalField.EMAIL,
        PersonalField.NAME);
    people.capture(somebody, People.ACCOUNTING, at("2026-01-11T12:00"), null, PersonalField.NAME);
    people.capture(somebody, People.NEWSLETTER, at("2026-01-12T12:00"), null, PersonalField.EMAIL);

    assertThat(items("/captures").size()).isEqualTo(4);
    assertThat(texts(items("/captures?field=NAME"), "purpose"))
        .containsExactly("accounting", "ticket-delivery");
    assertThat(texts(items("/captures?purpose=ticket-delivery"), "field"))
        .containsExactly("NAME", "EMAIL");
    assertThat(texts(items("/captures?field=NAME&purpose=accounting"), "endsOn"))
        .containsExactly("2036-12-31");
    assertThat(texts(items("/captures?from=2026-01-11&to=2026-01-11"), "purpose"))
        .as("half past eleven in London is the next day in Paris")
        .containsExactly("accounting", "ticket-delivery", "ticket-delivery");
    assertThat(items("/captures?from=2026-01-11T12:00:00Z&to=2026-01-12T12:00:00Z").size())
        .isEqualTo(1);
    JsonNode first = get("/captures?limit=3");
    JsonNode second = get("/captures?limit=3&cursor=" + first.get("nextCursor").asString());
    assertThat(first.get("items").size()).isEqualTo(3);
    assertThat(texts(second.get("items"), "field")).containsExactly("EMAIL");
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(status("/captures?field=SHOE_SIZE")).isEqualTo(400);
    assertThat(status("/captures?from=2026-02-30")).isEqualTo(400);
    assertThat(status("/captures?from=2026-02-02&to=2026-02-01")).isEqualTo(400);
  }

  @Test
  void whoReadIsTold_valuesAndRecordsAlike() {
    DataSubjectId somebody = people.somebody();
    DataSubjectId other = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);
    disclose(at("2026-01-10T12:00"), DisclosureReason.CUSTOMER_SERVICE, List.of(somebody, other));
    disclose(at("2026-01-11T12:00"), DisclosureReason.MAILING, List.of(other));

    JsonNode all = items("/disclosures");
    assertThat(texts(all, "kind")).containsExactly("RECORDS", "PERSONAL_DATA", "PERSONAL_DATA");
    assertThat(all.at("/0/how").asString()).isEqualTo("DISCLOSURES");
    assertThat(all.at("/0/reason").asString()).isEqualTo("AUDIT");
    assertThat(all.at("/2/people").asLong()).isEqualTo(2);
    assertThat(all.at("/2/fields/0").asString()).isEqualTo("EMAIL");
    assertThat(texts(items("/disclosures?subject=" + somebody), "reason"))
        .containsExactly("CUSTOMER_SERVICE");
    assertThat(texts(items("/disclosures?from=2026-01-11&to=2026-01-31"), "reason"))
        .containsExactly("MAILING");
    assertThat(items("/disclosures").size()).as("each reading is one more").isEqualTo(6);
  }

  @Test
  void filesOfPeopleAreListed_theNewestFirst_andNeedNoReason() {
    ImportFigures figures = new ImportFigures(7, 5, 1, 4, 3, 2, 1);
    for (String source : List.of("OLD-BOX-OFFICE", "FRIENDS")) {
      service
          .log()
          .append(
              onsale.organisation(),
              at("2026-03-01T12:00"),
              List.of(
                  new PeopleImported(
                      new ImportId(People.id()),
                      onsale.organisation(),
                      new SourceCode(source),
                      BEGUN,
                      figures)));
    }

    JsonNode first = get("/imports?limit=1");
    JsonNode second = get("/imports?limit=1&cursor=" + first.get("nextCursor").asString());

    assertThat(texts(first.get("items"), "source")).containsExactly("FRIENDS");
    assertThat(texts(second.get("items"), "source")).containsExactly("OLD-BOX-OFFICE");
    assertThat(second.get("nextCursor").isNull()).isTrue();
    assertThat(second.at("/items/0/exportedAt").asString()).isEqualTo(BEGUN.toString());
    assertThat(second.at("/items/0/figures/consentsNotCounted").asInt()).isEqualTo(2);
    assertThat(second.at("/items/0/figures/faultyLines").asInt()).isEqualTo(1);
  }

  @Test
  void whatErasedItselfIsReported_andWhatSomebodyErasedIsNot() {
    DataSubjectId silent = people.somebody();
    DataSubjectId asked = people.somebody();
    for (DataSubjectId one : List.of(silent, asked)) {
      people.capture(one, People.NEWSLETTER, at("2020-02-29T12:00"), null, PersonalField.EMAIL);
    }
    erase(silent, ErasureReason.RETENTION_ENDED, at("2026-03-01T04:00"));
    erase(asked, ErasureReason.REQUEST, at("2026-03-01T05:00"));

    JsonNode ended = items("/retention/ended");

    assertThat(texts(ended, "subjectId")).containsExactly(silent.toString());
    assertThat(ended.at("/0/reason").asString()).isEqualTo("RETENTION_ENDED");
    assertThat(ended.at("/0/fields/0").asString()).isEqualTo("EMAIL");
    assertThat(ended.at("/0/inBackupsUntil").asString()).isEqualTo("2026-03-08");
    assertThat(items("/retention/ended?from=2026-03-02")).isEmpty();
    assertThat(status("/retention/ended?from=2026-02-30")).isEqualTo(400);
  }

  private void erase(DataSubjectId subject, ErasureReason reason, Instant at) {
    people.decide(
        new ErasePersonalData(
            people.organisation(), subject, List.of(), List.of(), reason, LocalDate.of(2026, 3, 8)),
        at);
  }

  /** The design's check value: a click counts, and so does the next capture. */
  @Test
  void whatIsDueIsToldByTheDayThatItEnds() {
    DataSubjectId clicked = people.somebody();
    people.capture(clicked, People.NEWSLETTER, at("2020-06-01T12:00"), null, PersonalField.EMAIL);
    people.decide(
        new NoteContact(people.organisation(), clicked, ContactKind.CLICK, at("2026-01-15T12:00")),
        at("2026-01-15T13:00"));
    DataSubjectId silent = people.somebody();
    people.capture(silent, People.NEWSLETTER, at("2020-02-29T12:00"), null, PersonalField.EMAIL);

    JsonNode due = items("/retention/due");
    assertThat(texts(due, "subjectId")).containsExactly(silent.toString());
    assertThat(due.at("/0/endsOn").asString()).isEqualTo("2023-02-28");
    assertThat(due.at("/0/isDue").asBoolean()).isTrue();
    assertThat(items("/retention/due?until=2029-01-14").size()).isEqualTo(1);
    JsonNode later = items("/retention/due?until=2029-01-15");
    assertThat(texts(later, "endsOn")).containsExactly("2023-02-28", "2029-01-15");
    assertThat(later.at("/1/isDue").asBoolean()).isFalse();
    assertThat(later.at("/1/startedOn").asString()).isEqualTo("2026-01-15");
    JsonNode first = get("/retention/due?until=2029-01-15&limit=1");
    assertThat(
            texts(
                items(
                    "/retention/due?until=2029-01-15&limit=1&cursor="
                        + first.get("nextCursor").asString()),
                "endsOn"))
        .containsExactly("2029-01-15");
  }

  /** What really erases counts alike; who is known by a file alone counts from that. */
  @Test
  void aFileOrANoteIsNoContact_andWhatIsSoldAtTheCounterIsOne() {
    DataSubjectId told = people.somebody();
    DataSubjectId brought = people.somebody();
    people.capture(told, People.NEWSLETTER, at("2020-02-29T12:00"), null, PersonalField.EMAIL);
    capture(CaptureDoor.IMPORT, told, at("2021-05-05T12:00"), null);
    capture(CaptureDoor.BOX_OFFICE, told, at("2021-06-06T12:00"), null);
    people.captureBy(
        CaptureDoor.IMPORT,
        brought,
        People.NEWSLETTER,
        at("2021-05-05T12:00"),
        null,
        PersonalField.EMAIL);
    assertThat(newsletters()).containsExactly("2023-02-28", "2024-05-05");

    capture(CaptureDoor.BOX_OFFICE, told, at("2021-07-07T12:00"), new OrderId(People.id()));
    assertThat(newsletters()).containsExactly("2024-05-05", "2024-07-07");
  }

  private void capture(
      CaptureDoor door, DataSubjectId subject, Instant at, @Nullable OrderId order) {
    people.captureBy(door, subject, People.DELIVERY, at, order, PersonalField.NAME);
  }

  /** When each newsletter ends. */
  private List<String> newsletters() {
    return items("/retention/due")
        .valueStream()
        .filter(item -> item.get("purpose").asString().equals(People.NEWSLETTER.value()))
        .map(item -> item.get("endsOn").asString())
        .toList();
  }

  /**
   * Kept as long as the longest of its captures; with one, whoever is the same person is heard of.
   */
  @Test
  void aPurposeIsKeptAsLongAsItsLongestCapture_andAContactWithOneIsWithAllOfThePerson() {
    DataSubjectId stays = people.somebody();
    DataSubjectId other = people.somebody();
    people.capture(stays, People.NEWSLETTER, at("2020-01-01T12:00"), null, PersonalField.EMAIL);
    people.capture(other, People.NEWSLETTER, at("2021-01-01T12:00"), null, PersonalField.EMAIL);
    assertThat(texts(items("/retention/due"), "endsOn"))
        .containsExactly("2023-01-01", "2024-01-01");

    people.decide(new MergeSubject(people.organisation(), stays, other), at("2021-06-01T12:00"));
    assertThat(texts(items("/retention/due"), "endsOn"))
        .containsExactly("2024-01-01", "2024-01-01");

    people.answer(other, true, at("2021-02-02T12:00"));
    assertThat(texts(items("/retention/due"), "endsOn"))
        .containsExactly("2024-02-02", "2024-02-02");
  }

  /** Of whoever is that person, and unless it agreed again. */
  @Test
  void whatWasKeptByAConsentThatEndedGoesSevenDaysLater() {
    DataSubjectId withdrew = people.somebody();
    DataSubjectId same = people.somebody();
    for (DataSubjectId one : List.of(withdrew, same)) {
      people.capture(one, People.NEWSLETTER, at("2020-01-01T12:00"), null, PersonalField.EMAIL);
      people.answer(one, true, at("2020-01-01T12:00"));
    }
    people.decide(
        new WithdrawConsent(people.organisation(), withdrew, People.NEWSLETTER),
        at("2020-02-01T12:00"));
    assertThat(texts(items("/retention/due"), "endsOn"))
        .containsExactly("2020-02-08", "2023-01-01");

    people.decide(new MergeSubject(people.organisation(), same, withdrew), at("2020-02-02T12:00"));
    assertThat(texts(items("/retention/due"), "endsOn"))
        .containsExactly("2020-02-08", "2020-02-08");
    assertThat(texts(items("/retention/due"), "startedOn"))
        .containsExactly("2020-02-01", "2020-02-01");

    people.answer(same, true, at("2020-02-03T12:00"));
    assertThat(texts(items("/retention/due"), "endsOn"))
        .containsExactly("2023-02-03", "2023-02-03");
  }

  /** The design's check value: received on 31 January 2026, due on Monday 2 March. */
  @Test
  void requestsAreToldWithTheirDeadlines() {
    DataSubjectId somebody = people.somebody();
    RightsRequestId access = new RightsRequestId(People.id());
    RightsRequestId erasure = new RightsRequestId(People.id());
    LocalDate received = LocalDate.of(2026, 1, 31);
    AnswerDue due = new AnswerDue(day -> false);
    service
        .log()
        .append(
            people.organisation(),
            at("2026-02-01T12:00"),
            List.of(
                received(access, RequestKind.ACCESS, somebody, received, due.on(received, false)),
                received(erasure, RequestKind.ERASURE, somebody, received, due.on(received, false)),
                new RequestExtended(
                    access, people.organisation(), ExtensionGround.COMPLEX, due.on(received, true)),
                new RequestAnswered(erasure, people.organisation())));

    JsonNode requests = items("/requests");

    assertThat(texts(requests, "kind")).containsExactly("ERASURE", "ACCESS");
    assertThat(requests.at("/0/dueOn").asString()).isEqualTo("2026-03-02");
    assertThat(requests.at("/0/state").asString()).isEqualTo("ANSWERED");
    assertThat(requests.at("/0/isOverdue").asBoolean()).isFalse();
    assertThat(requests.at("/1/dueOn").asString()).isEqualTo("2026-04-30");
    assertThat(requests.at("/1/extension").asString()).isEqualTo("COMPLEX");
    assertThat(requests.at("/1/isOverdue").asBoolean()).isTrue();
    assertThat(requests.at("/1/subjects/0").asString()).isEqualTo(somebody.toString());
    assertThat(requests.at("/0/isLate").asBoolean()).isFalse();
    assertThat(requests.at("/1/isLate").asBoolean()).as("not answered yet").isFalse();
  }

  /**
   * The last day is over at midnight of the organisation's zone: 23:00 of the day before in UTC.
   */
  @Test
  void anAnswerThatCameTooLateStaysLate() {
    DataSubjectId somebody = people.somebody();
    LocalDate received = LocalDate.of(2026, 1, 31);
    LocalDate due = LocalDate.of(2026, 3, 2);
    for (String answeredAt : List.of("2026-03-02T22:59", "2026-03-02T23:00")) {
      RightsRequestId request = new RightsRequestId(People.id());
      service
          .log()
          .append(
              people.organisation(),
              at("2026-02-01T12:00"),
              List.of(received(request, RequestKind.ACCESS, somebody, received, due)));
      service
          .log()
          .append(
              people.organisation(),
              at(answeredAt),
              List.of(new RequestAnswered(request, people.organisation())));
    }

    JsonNode requests = items("/requests");

    assertThat(requests.at("/0/isLate").asBoolean()).isTrue();
    assertThat(requests.at("/1/isLate").asBoolean()).isFalse();
    assertThat(texts(requests, "isOverdue")).containsExactly("false", "false");
  }

  @Test
  void aBreachIsAnsweredWithWhoseDataWereTouchedInTheWindow() {
    DataSubjectId before = people.somebody();
    DataSubjectId captured = people.somebody();
    DataSubjectId read = people.somebody();
    DataSubjectId after = people.somebody();
    people.capture(before, People.DELIVERY, at("2026-01-13T13:59"), null, PersonalField.EMAIL);
    people.capture(read, People.NEWSLETTER, at("2026-01-02T12:00"), null, PersonalField.EMAIL);
    people.capture(captured, People.DELIVERY, at("2026-01-13T14:00"), null, PersonalField.NAME);
    disclose(at("2026-01-13T15:00"), DisclosureReason.MAILING, List.of(read));
    people.decide(
        new ErasePersonalData(
            people.organisation(),
            captured,
            List.of(),
            List.of(),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 3, 1)),
        at("2026-01-13T15:30"));
    people.capture(after, People.DELIVERY, at("2026-01-13T16:00"), null, PersonalField.EMAIL);

    JsonNode touched = items("/breach?from=2026-01-13T14:00:00Z&to=2026-01-13T16:00:00Z");

    assertThat(texts(touched, "subjectId"))
        .containsExactlyInAnyOrder(captured.toString(), read.toString());
    JsonNode one =
        touched
            .valueStream()
            .filter(line -> line.get("subjectId").asString().equals(captured.toString()))
            .findFirst()
            .orElseThrow();
    assertThat(one.get("touches").toString()).isEqualTo("[\"CAPTURED\",\"ERASED\"]");
    assertThat(one.get("fields").toString()).isEqualTo("[\"NAME\"]");
    assertThat(status("/breach?from=2026-01-13")).isEqualTo(400);
  }

  @Test
  void theAccountantReadsNothingOfIt_andTheOfficerNoBooks() {
    String accountant = service.token(Role.ACCOUNTANT, onsale.organisation());
    assertThat(service.get(path("/disclosures"), headers(accountant)).statusCode()).isEqualTo(403);
    assertThat(service.get(path("/register"), headers(accountant)).statusCode()).isEqualTo(403);
    assertThat(
            service
                .get(
                    "/api/v1/accounting/" + onsale.organisation() + "/ledgers",
                    service.upToDate(token))
                .statusCode())
        .isEqualTo(403);
  }

  private static Instant at(String minute) {
    return Instant.parse(minute + ":00Z");
  }

  private void disclose(Instant at, DisclosureReason reason, List<DataSubjectId> subjects) {
    service
        .log()
        .append(
            people.organisation(),
            at,
            List.of(
                new PersonalDataDisclosed(
                    new DisclosureId(People.id()),
                    people.organisation(),
                    DisclosureKind.VIEW,
                    reason,
                    subjects,
                    List.of(People.DELIVERY),
                    List.of(PersonalField.EMAIL),
                    null)));
  }

  private RequestReceived received(
      RightsRequestId id,
      RequestKind kind,
      DataSubjectId subject,
      LocalDate receivedOn,
      LocalDate dueOn) {
    return new RequestReceived(
        id,
        people.organisation(),
        List.of(subject),
        kind,
        IdentityCheck.LINK_OR_SECRET,
        receivedOn,
        dueOn);
  }

  private static List<String> texts(JsonNode items, String field) {
    return items.valueStream().map(item -> item.get(field).asString()).toList();
  }

  private JsonNode items(String path) {
    return get(path).get("items");
  }

  private JsonNode get(String path) {
    HttpResponse<String> answer = service.get(path(path), headers(token));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningQueryService.json(answer);
  }

  private int status(String path) {
    return service.get(path(path), headers(token)).statusCode();
  }

  private String path(String path) {
    return "/api/v1/privacy/" + onsale.organisation() + path;
  }

  private String[] headers(String of) {
    return Stream.concat(Stream.of(service.upToDate(of)), Stream.of("Disclosure-Reason", "AUDIT"))
        .toArray(String[]::new);
  }
}
