package org.counterfoil.query.audit.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.ImportedConsent;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.counterfoil.domain.privacy.request.ExtensionGround;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.IdentityChecked;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.domain.privacy.subject.KeptPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AnswerConsent;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.MergeSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RecordOrigin;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What a data protection officer is told of one person. */
class SubjectRecordsTest {

  private static final Instant BEGUN = Instant.parse("2025-12-01T09:00:00Z");

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale onsale = Onsale.on(service);
  private final People people = new People(service.log(), onsale.organisation(), BEGUN);
  private final String token = service.token(Role.DPO, onsale.organisation());

  /** The design's check values. */
  @Test
  void aConsentWasInForceOrNot_asOfAnyDay_andAsItWasKnownAtAnyPosition() {
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
    people.answer(somebody, true, noon("2026-01-01"));
    long given = service.log().last();
    people.decide(
        new WithdrawConsent(people.organisation(), somebody, People.NEWSLETTER),
        noon("2026-03-01"));
    long withdrawn = service.log().last();
    people.answer(somebody, true, noon("2026-06-01"));

    assertThat(consents(somebody, "?asOf=2025-12-31").get("consents").size()).isZero();
    assertThat(isInForce(somebody, "?asOf=2026-02-15")).isTrue();
    assertThat(isInForce(somebody, "?asOf=2026-04-01")).isFalse();
    assertThat(isInForce(somebody, "?asOf=2026-07-01")).isTrue();
    assertThat(isInForce(somebody, "?asOf=2026-03-01T11:59:59Z")).isTrue();
    assertThat(isInForce(somebody, "?asOf=2026-03-01T12:00:00Z")).isFalse();
    assertThat(isInForce(somebody, "?asOf=" + given)).isTrue();
    assertThat(isInForce(somebody, "?asOf=" + withdrawn)).isFalse();
    assertThat(isInForce(somebody, "")).isTrue();
    JsonNode now = consents(somebody, "").at("/consents/0");
    assertThat(now.at("/purpose").asString()).isEqualTo("newsletter");
    assertThat(now.at("/answers").size()).isEqualTo(3);
    assertThat(now.at("/answers/1/answer").asString()).isEqualTo("WITHDRAWN");
    assertThat(now.at("/answers/1").has("notice")).isFalse();
    for (String wrong : List.of("2026-02-30", "tomorrow", "2999-01-01", "2999-01-01T00:00:00Z")) {
      assertThat(get("/subjects/" + somebody + "/consents?asOf=" + wrong).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  /** The same rule as when it is decided who is written to. */
  @Test
  void ofAYesAndANoOfOneMomentTheNoCounts_whicheverWasRecordedFirst() {
    for (boolean isFirst : List.of(true, false)) {
      DataSubjectId somebody = people.somebody();
      people.capture(somebody, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
      people.answer(somebody, isFirst, noon("2026-01-01"));
      people.answer(somebody, !isFirst, noon("2026-01-01"));

      assertThat(isInForce(somebody, "")).as("a %s first", isFirst).isFalse();
      assertThat(isInForce(somebody, "?asOf=2026-01-01T12:00:00Z")).isFalse();
      assertThat(consents(somebody, "").at("/consents/0/answers").size()).isEqualTo(2);
      people.answer(somebody, true, noon("2026-01-02"));
      assertThat(isInForce(somebody, "")).as("a yes of later").isTrue();
    }
  }

  /** Whoever orders may type anybody's address: a yes counts once the order is paid. */
  @Test
  void aYesThatWasToldWithAnOrderCountsOnceThatIsCompleted() {
    for (boolean isCompleted : List.of(true, false)) {
      DataSubjectId somebody = people.somebody();
      OrderId order = new OrderId(People.id());
      people.capture(somebody, People.NEWSLETTER, BEGUN, order, PersonalField.EMAIL);
      people.answer(somebody, true, noon("2026-01-01"), CaptureDoor.ORDER);
      assertThat(isInForce(somebody, "")).isFalse();
      assertThat(consents(somebody, "").at("/consents/0/answers/0/awaitsOrder").asBoolean())
          .isTrue();
      OrderEvent ended =
          isCompleted
              ? new OrderCompleted(order, people.organisation(), PerformanceId.NONE, List.of())
              : new OrderLapsed(order, people.organisation(), PerformanceId.NONE);
      service.log().append(people.organisation(), noon("2026-01-03"), List.of(ended));

      assertThat(isInForce(somebody, "")).isEqualTo(isCompleted);
      assertThat(isInForce(somebody, "?asOf=2026-01-02")).as("not yet").isFalse();
      assertThat(isInForce(somebody, "?asOf=2026-01-03")).isEqualTo(isCompleted);
    }
  }

  @Test
  void theTimelineTellsEachField_withTheNoticeThatWasShown() {
    service.keep(People.TEXT);
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL, PersonalField.NAME);
    people.capture(somebody, People.DELIVERY, BEGUN.plusSeconds(60), null, PersonalField.EMAIL);
    people.capture(somebody, People.ACCOUNTING, BEGUN.plusSeconds(90), null, PersonalField.NAME);
    people.capture(somebody, People.NEWSLETTER, noon("2026-01-15"), null, PersonalField.EMAIL);
    people.decide(
        new ErasePersonalData(
            people.organisation(),
            somebody,
            List.of(People.DELIVERY),
            List.of(),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 3, 1)),
        noon("2026-02-01"));

    JsonNode timeline = timeline(somebody);

    JsonNode fields = timeline.get("fields");
    assertThat(fields.size()).isEqualTo(5);
    JsonNode newsletter = fields.get(0);
    assertThat(newsletter.at("/purpose").asString()).isEqualTo("newsletter");
    assertThat(newsletter.at("/purposeName").asString()).isEqualTo("Lettre d'information");
    assertThat(newsletter.at("/lawfulBasisIri").asString())
        .isEqualTo("https://w3id.org/dpv/legal/eu/gdpr#A6-1-a");
    assertThat(newsletter.at("/fieldIri").asString())
        .isEqualTo("https://w3id.org/dpv/pd#EmailAddress");
    assertThat(newsletter.at("/state").asString()).isEqualTo("HELD");
    assertThat(newsletter.at("/notice/state").asString()).isEqualTo("VERIFIED");
    assertThat(newsletter.at("/notice/text").asString()).isEqualTo(People.TEXT);
    assertThat(newsletter.at("/notice/sha256").asString())
        .isEqualTo(People.hashOf(People.TEXT).value());
    assertThat(newsletter.at("/retention/endsOn").asString()).isEqualTo("2029-01-15");
    assertThat(newsletter.at("/actor").asString()).startsWith("OPERATOR:");
    JsonNode invoice = fields.get(1);
    assertThat(invoice.at("/retention/startedOn").asString()).isEqualTo("2025-12-31");
    assertThat(invoice.at("/retention/endsOn").asString()).isEqualTo("2035-12-31");
    assertThat(states(fields)).containsExactly("HELD", "HELD", "ERASED", "REPLACED", "ERASED");
    assertThat(fields.at("/2/erasureReason").asString()).isEqualTo("REQUEST");
    assertThat(fields.at("/2/retention").has("endsOn")).isFalse();
    assertThat(what(timeline))
        .containsExactly("CAPTURED", "CAPTURED", "CAPTURED", "CAPTURED", "ERASED", "AUDIT_READ");
  }

  /** The reading is in the log before the answer, by the reader, with its reason. */
  @Test
  void readingIsItselfRecorded_andWithoutAReasonNothingIsTold() {
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);
    String path = path("/subjects/" + somebody + "/timeline");

    HttpResponse<String> refused = service.get(path, service.upToDate(token));
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).contains("Disclosure-Reason", "ACCESS_REQUEST");
    long before = service.log().last();
    JsonNode timeline = timeline(somebody);

    JsonNode last = timeline.at("/happened/1");
    assertThat(last.at("/what").asString()).isEqualTo("AUDIT_READ");
    assertThat(last.at("/code").asString()).isEqualTo("TIMELINE");
    assertThat(last.at("/actor").asString()).startsWith("API_TOKEN:");
    assertThat(last.at("/position").asLong()).isGreaterThan(before);
    assertThat(timeline.at("/position").asLong())
        .isGreaterThanOrEqualTo(last.at("/position").asLong());
    DataSubjectId nobody = new DataSubjectId(People.id());
    long known = service.log().last();
    assertThat(get("/subjects/" + nobody + "/timeline").statusCode()).isEqualTo(404);
    assertThat(service.log().written().subList((int) known + 1, (int) service.log().last() + 1))
        .as("nothing is read of whom nobody knows")
        .noneMatch(written -> people.organisation().equals(written.organisation()));
  }

  @Test
  void whoeverIsTheSamePersonIsToldOfAsOne() {
    DataSubjectId stays = people.somebody();
    DataSubjectId other = people.somebody();
    people.capture(stays, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);
    people.capture(other, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
    people.answer(other, true, noon("2026-01-01"));
    people.decide(new MergeSubject(people.organisation(), other, stays), noon("2026-01-02"));

    JsonNode timeline = timeline(stays);

    assertThat(timeline.at("/joined/0").asString()).isEqualTo(other.toString());
    assertThat(timeline.get("fields").size()).isEqualTo(2);
    assertThat(isInForce(stays, "")).isTrue();
    assertThat(timeline(other).at("/mergedInto").asString()).isEqualTo(stays.toString());
  }

  @Test
  void whatStaysIsToldWithItsDuty_andAnotherOrganisationKnowsNothing() {
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);
    people.capture(somebody, People.ACCOUNTING, BEGUN, null, PersonalField.NAME);
    people.decide(
        new ErasePersonalData(
            people.organisation(),
            somebody,
            List.of(),
            List.of(new KeptPurpose(People.ACCOUNTING, KeepingDuty.LEGAL_OBLIGATION)),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 3, 1)),
        noon("2026-02-01"));
    Onsale other = Onsale.on(service);
    String stranger = service.token(Role.DPO, other.organisation());

    assertThat(what(timeline(somebody)))
        .containsExactly("CAPTURED", "CAPTURED", "ERASED", "KEPT", "AUDIT_READ");
    assertThat(timeline(somebody).at("/happened/3/code").asString()).isEqualTo("LEGAL_OBLIGATION");
    assertThat(
            service
                .get(
                    "/api/v1/privacy/"
                        + other.organisation()
                        + "/subjects/"
                        + somebody
                        + "/timeline",
                    headers(stranger))
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void whatBecameOfARequestIsToldStepByStep() {
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);
    RightsRequestId request = new RightsRequestId(People.id());
    service
        .log()
        .append(
            people.organisation(),
            noon("2026-02-02"),
            List.of(
                new RequestReceived(
                    request,
                    people.organisation(),
                    List.of(somebody),
                    RequestKind.ACCESS,
                    IdentityCheck.PENDING,
                    LocalDate.of(2026, 1, 31),
                    LocalDate.of(2026, 3, 2)),
                new IdentityChecked(request, people.organisation(), IdentityCheck.DOCUMENT_SEEN),
                new RequestExtended(
                    request,
                    people.organisation(),
                    ExtensionGround.COMPLEX,
                    LocalDate.of(2026, 4, 30)),
                new RequestAnswered(request, people.organisation())));

    JsonNode timeline = timeline(somebody);

    assertThat(what(timeline))
        .containsExactly(
            "CAPTURED",
            "REQUEST",
            "IDENTITY_CHECKED",
            "REQUEST_EXTENDED",
            "REQUEST_ANSWERED",
            "AUDIT_READ");
    assertThat(timeline.at("/happened/2/code").asString()).isEqualTo("DOCUMENT_SEEN");
    assertThat(timeline.at("/happened/3/code").asString()).isEqualTo("COMPLEX");
    assertThat(timeline.at("/happened/4/relatedId").asString()).isEqualTo(request.toString());
  }

  /** The profile's namespace and the vocabulary's terms, by their IRIs. */
  @Test
  void aConsentIsProvedAsARecordOfTheDataPrivacyVocabulary() {
    service.keep(People.TEXT);
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
    people.answer(somebody, true, noon("2026-01-01"));
    people.answer(somebody, true, noon("2026-02-01"));
    people.decide(
        new WithdrawConsent(people.organisation(), somebody, People.NEWSLETTER),
        noon("2026-03-01"));

    HttpResponse<String> answer = get("/subjects/" + somebody + "/consents/newsletter/record");

    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/ld+json");
    JsonNode record = json(answer);
    assertThat(record.at("/@context/dpv").asString()).isEqualTo("https://w3id.org/dpv#");
    assertThat(record.at("/@type").asString()).isEqualTo("dpv:ConsentRecord");
    assertThat(record.at("/dct:conformsTo/@id").asString())
        .isEqualTo("https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr");
    assertThat(record.at("/dpv:hasDataSubject/dct:identifier").asString())
        .isEqualTo(somebody.toString());
    assertThat(record.at("/dpv:hasDataController/dpv:hasName").asString())
        .isEqualTo("Théâtre du Port");
    JsonNode process = record.get("dpv:hasProcess");
    assertThat(process.at("/dpv:hasPurpose/@type").asString())
        .isEqualTo("https://w3id.org/dpv#DirectMarketing");
    assertThat(process.at("/dpv:hasLegalBasis/0/@id").asString())
        .isEqualTo("https://w3id.org/dpv/legal/eu/gdpr#A6-1-a");
    assertThat(process.at("/dpv:hasPersonalData/0/@type/0").asString())
        .isEqualTo("https://w3id.org/dpv/pd#EmailAddress");
    assertThat(process.at("/dpv:hasStorageCondition/0/dpv:hasDuration").asString())
        .isEqualTo("P3Y");
    assertThat(record.get("dpv:hasNotice").size()).as("shown twice, told once").isEqualTo(1);
    assertThat(record.at("/dpv:hasNotice/0/dct:description").asString()).isEqualTo(People.TEXT);
    assertThat(record.at("/dpv:hasNotice/0/spdx:checksum/spdx:checksumValue/@value").asString())
        .isEqualTo(People.hashOf(People.TEXT).value());
    assertThat(
            record
                .get("dpv:hasConsentStatus")
                .valueStream()
                .map(status -> status.get("@type").asString())
                .toList())
        .containsExactly("dpv:ConsentWithdrawn", "dpv:RenewedConsentGiven", "dpv:ConsentGiven");
    assertThat(record.at("/dpv:hasConsentStatus/2/dct:date/@value").asString())
        .isEqualTo("2026-01-01T12:00:00Z");
    assertThat(get("/subjects/" + somebody + "/consents/accounting/record").statusCode())
        .isEqualTo(404);
  }

  /** What the register says of the controller, the basis that it is, and where it was given. */
  @Test
  void aRecordSaysWhatWasTold_andOfABroughtConsentWhereItWasGiven() {
    service.keep(People.TEXT);
    PurposeKey access = new PurposeKey("access-needs");
    people.declare(
        new Purpose(
            access,
            new PublicLabel("Accueil"),
            DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
            LawfulBasis.CONTRACT,
            SpecialCategoryCondition.EXPLICIT_CONSENT,
            List.of(PersonalField.ACCESS_NEEDS),
            List.of(),
            new Retention(RetentionStart.CAPTURE, new RetentionPeriod("P1M")),
            false),
        BEGUN);
    service
        .log()
        .append(
            people.organisation(),
            BEGUN,
            List.of(
                new ControllerDescribed(
                    people.organisation(),
                    new ControllerDescription(
                        new PublicLabel("4 quai du Lac, 74200 Thonon-les-Bains"),
                        new PublicContact("contact@theatre.example"),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of()))));
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
    Instant given = noon("2025-06-01");
    for (PurposeKey purpose : List.of(People.NEWSLETTER, access)) {
      people.decide(
          new AnswerConsent(
              people.organisation(),
              somebody,
              people.declared(purpose),
              people.notice(purpose),
              true,
              purpose.equals(access) ? CaptureDoor.ORDER : CaptureDoor.IMPORT,
              given),
          noon("2026-01-01"));
    }
    people.decide(
        new RecordOrigin(
            people.organisation(),
            somebody,
            new ImportId(People.id()),
            new SourceCode("OLD-BOX-OFFICE"),
            noon("2025-12-31"),
            List.of(),
            List.of(
                new ImportedConsent(People.NEWSLETTER, true, given, new SourceCode("HALL-FORM")))),
        noon("2026-01-01"));

    JsonNode brought = json(get("/subjects/" + somebody + "/consents/newsletter/record"));
    JsonNode told = json(get("/subjects/" + somebody + "/consents/access-needs/record"));

    assertThat(brought.at("/dpv:hasDataController/dpv:hasAddress").asString())
        .isEqualTo("4 quai du Lac, 74200 Thonon-les-Bains");
    assertThat(brought.at("/dpv:hasDataController/dpv:hasContact").asString())
        .isEqualTo("contact@theatre.example");
    JsonNode source = brought.at("/dpv:hasProcess/dpv:hasPersonalData/0/dpv:hasDataSource");
    assertThat(source.at("/dct:identifier").asString()).isEqualTo("HALL-FORM");
    assertThat(source.at("/dct:provenance").asString()).isEqualTo("OLD-BOX-OFFICE");
    assertThat(brought.at("/dpv:hasConsentStatus/0/dpv:hasIndicationMethod").asString())
        .isEqualTo("HALL-FORM");
    assertThat(brought.at("/dpv:hasProcess/dpv:hasLegalBasis")).hasSize(1);
    assertThat(told.at("/dpv:hasProcess/dpv:hasPersonalData/0/dpv:hasDataSource/@id").asString())
        .isEqualTo("dpv:DataSubject");
    assertThat(told.at("/dpv:hasProcess/dpv:hasLegalBasis/0/@id").asString())
        .isEqualTo("https://w3id.org/dpv/legal/eu/gdpr#A6-1-b");
    assertThat(told.at("/dpv:hasProcess/dpv:hasLegalBasis/1/@id").asString())
        .isEqualTo("eu-gdpr:A9-2-a");
    JsonNode answers = json(get("/subjects/" + somebody + "/consents")).at("/consents/1/answers/0");
    assertThat(answers.at("/source").asString()).isEqualTo("HALL-FORM");
    assertThat(answers.at("/exportedFrom").asString()).isEqualTo("OLD-BOX-OFFICE");
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  private static List<String> states(JsonNode fields) {
    return fields.valueStream().map(field -> field.get("state").asString()).toList();
  }

  private static List<String> what(JsonNode timeline) {
    return timeline.get("happened").valueStream().map(one -> one.get("what").asString()).toList();
  }

  private boolean isInForce(DataSubjectId subject, String query) {
    return consents(subject, query).at("/consents/0/isInForce").asBoolean();
  }

  private JsonNode consents(DataSubjectId subject, String query) {
    return json(get("/subjects/" + subject + "/consents" + query));
  }

  private JsonNode timeline(DataSubjectId subject) {
    return json(get("/subjects/" + subject + "/timeline"));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningQueryService.json(answer);
  }

  private HttpResponse<String> get(String path) {
    return service.get(path(path), headers(token));
  }

  private String path(String path) {
    return "/api/v1/privacy/" + people.organisation() + path;
  }

  private String[] headers(String of) {
    return Stream.concat(
            Stream.of(service.upToDate(of)), Stream.of("Disclosure-Reason", "ACCESS_REQUEST"))
        .toArray(String[]::new);
  }
}
