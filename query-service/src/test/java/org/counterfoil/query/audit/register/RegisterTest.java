package org.counterfoil.query.audit.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.counterfoil.domain.privacy.controller.TransferSafeguard;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.SubjectCommand.AwaitConfirmation;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The register of an organisation, and the map of what it keeps. */
class RegisterTest {

  private static final Instant BEGUN = Instant.parse("2025-12-01T09:00:00Z");

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale onsale = Onsale.on(service);
  private final People people = new People(service.log(), onsale.organisation(), BEGUN);
  private final String token = service.token(Role.DPO, onsale.organisation());

  @Test
  void theRegisterHasEveryHeadingOfArticle30() {
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);

    JsonNode register = get("/register");

    assertThat(register.at("/controller/legalName").asString()).isEqualTo("Théâtre du Port");
    assertThat(register.at("/controller/country").asString()).isEqualTo("FR");
    JsonNode delivery = register.at("/activities/0");
    assertThat(delivery.at("/purpose").asString()).isEqualTo("ticket-delivery");
    assertThat(delivery.at("/dpvPurposeIri").asString())
        .isEqualTo("https://w3id.org/dpv#CustomerOrderManagement");
    assertThat(delivery.at("/lawfulBasis").asString()).isEqualTo("A6-1-b");
    assertThat(delivery.at("/subjectCategories/0/iri").asString())
        .isEqualTo("https://w3id.org/dpv#Customer");
    assertThat(delivery.at("/fields/0/iri").asString())
        .isEqualTo("https://w3id.org/dpv/pd#EmailAddress");
    assertThat(delivery.at("/recipients/0").asString()).isEqualTo("Imprimeur");
    assertThat(delivery.at("/timeLimit/startsAt").asString()).isEqualTo("PERFORMANCE_END");
    assertThat(delivery.at("/timeLimit/period").asString()).isEqualTo("P6M");
    assertThat(delivery.at("/notices/0/sha256").asString())
        .isEqualTo(People.hashOf(People.TEXT).value());
    assertThat(delivery.at("/people").asLong()).isEqualTo(1);
    assertThat(register.at("/transfers/areMade").asBoolean()).isFalse();
    assertThat(register.get("measures").size()).isEqualTo(SecurityMeasure.values().length);
    assertThat(register.at("/onBehalf/categories/0/iri").asString())
        .isEqualTo("https://w3id.org/dpv#Collect");
    assertThat(register.at("/onBehalf/measures").size()).isPositive();
    assertThat(register.get("activities").size()).isEqualTo(3);
  }

  @Test
  void whatWasDescribedOfTheControllerIsTold_theNewest() {
    describe("dpo@ancien.example", List.of());
    describe(
        "dpo@theatre.example",
        List.of(
            new ThirdCountryTransfer(
                new PublicLabel("Envoyeur / Sender"),
                new CountryCode("CA"),
                TransferSafeguard.ADEQUACY_DECISION)));

    JsonNode register = get("/register");

    assertThat(register.at("/controller/address").asString()).isEqualTo("4 quai du Lac");
    assertThat(register.at("/controller/dpoContact").asString()).isEqualTo("dpo@theatre.example");
    assertThat(register.at("/transfers/areMade").asBoolean()).isTrue();
    assertThat(register.at("/transfers/made/0/recipient").asString())
        .isEqualTo("Envoyeur / Sender");
    assertThat(register.at("/transfers/made/0/country").asString()).isEqualTo("CA");
    assertThat(register.at("/transfers/made/0/safeguard").asString())
        .isEqualTo("ADEQUACY_DECISION");
    assertThat(register.at("/ownMeasures/0").asString()).isEqualTo("Armoire fermée à clé");
    assertThat(register.at("/onBehalf/transfers/areMade").asBoolean()).isFalse();
  }

  @Test
  void theHostsOwnRegisterNamesEverybodyThatItServes() {
    Onsale other = Onsale.on(service);
    describe("dpo@theatre.example", List.of());
    String path = "/api/v1/privacy/register";

    JsonNode register =
        RunningQueryService.json(
            service.get(path, service.upToDate(service.token(Role.PLATFORM_ADMIN, null))));

    assertThat(register.at("/processing/categories/0/iri").asString())
        .isEqualTo("https://w3id.org/dpv#Collect");
    assertThat(register.at("/processing/transfers/areMade").asBoolean()).isFalse();
    assertThat(register.at("/processing/measures").size()).isPositive();
    assertThat(served(register, onsale).at("/controller/dpoContact").asString())
        .isEqualTo("dpo@theatre.example");
    assertThat(served(register, other).at("/controller").has("dpoContact")).isFalse();
    assertThat(service.get(path, service.upToDate(token)).statusCode())
        .as("one of them is not told who the others are")
        .isEqualTo(403);
  }

  private static JsonNode served(JsonNode register, Onsale onsale) {
    return register
        .get("controllers")
        .valueStream()
        .filter(
            one ->
                one.at("/controller/organisationId")
                    .asString()
                    .equals(onsale.organisation().toString()))
        .findFirst()
        .orElseThrow();
  }

  /** Whoever typed an address, took a consent back or was erased has agreed to nothing. */
  @Test
  void ofAConsentItIsToldHowManyStandByIt() {
    DataSubjectId agreed = subscriber();
    people.answer(agreed, true, BEGUN.plusSeconds(60));
    DataSubjectId withdrew = subscriber();
    people.answer(withdrew, true, BEGUN.plusSeconds(60));
    people.decide(
        new WithdrawConsent(people.organisation(), withdrew, People.NEWSLETTER),
        BEGUN.plusSeconds(120));
    DataSubjectId refused = subscriber();
    people.answer(refused, false, BEGUN.plusSeconds(60));
    DataSubjectId waiting = subscriber();
    people.decide(
        new AwaitConfirmation(
            people.organisation(),
            waiting,
            people.declared(People.NEWSLETTER),
            people.notice(People.NEWSLETTER),
            CaptureDoor.NEWSLETTER_FORM),
        BEGUN.plusSeconds(60));
    DataSubjectId erased = subscriber();
    people.answer(erased, true, BEGUN.plusSeconds(60));
    people.decide(
        new ErasePersonalData(
            people.organisation(),
            erased,
            List.of(),
            List.of(),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 3, 1)),
        BEGUN.plusSeconds(180));

    JsonNode newsletter = get("/register").at("/activities/1");

    assertThat(newsletter.at("/purpose").asString()).isEqualTo("newsletter");
    assertThat(newsletter.at("/people").asLong()).isEqualTo(4);
    assertThat(newsletter.at("/consents/inForce").asLong()).isEqualTo(1);
    assertThat(newsletter.at("/consents/ended").asLong()).isEqualTo(2);
    assertThat(newsletter.at("/consents/awaited").asLong()).isEqualTo(1);
    assertThat(get("/register").at("/activities/0").has("consents")).isFalse();
  }

  private DataSubjectId subscriber() {
    DataSubjectId subject = people.somebody();
    people.capture(subject, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
    return subject;
  }

  /** Buyers that are written to without having been asked are no subscribers. */
  @Test
  void whoeverIsWrittenToByASoftOptInIsACustomer() {
    people.declare(
        People.purpose(
            new PurposeKey("offers"),
            "Nos spectacles",
            DpvPurpose.DIRECT_MARKETING,
            LawfulBasis.LEGITIMATE_INTEREST,
            new Retention(RetentionStart.LAST_CONTACT, new RetentionPeriod("P3Y")),
            PersonalField.EMAIL),
        BEGUN.plusSeconds(5));

    JsonNode register = get("/register");

    assertThat(register.at("/activities/1/subjectCategories/0/category").asString())
        .isEqualTo("SUBSCRIBER");
    assertThat(register.at("/activities/3/subjectCategories/0/category").asString())
        .isEqualTo("CUSTOMER");
  }

  /** Also where tickets go to a second performance, and from there to a third. */
  @Test
  void whoeverExchangesForALaterPerformanceIsReachedUntilItsEnd() {
    OrderId first = new OrderId(People.id());
    OrderId second = new OrderId(People.id());
    PerformanceId third = onsale.another();
    DataSubjectId buyer = people.somebody();
    people.capture(buyer, People.DELIVERY, BEGUN, first, PersonalField.EMAIL);
    service
        .log()
        .append(
            onsale.organisation(),
            BEGUN.plusSeconds(10),
            List.of(
                elsewhere(first, onsale.performance(), second, onsale.performance()),
                elsewhere(second, onsale.performance(), new OrderId(People.id()), third),
                new PerformanceRescheduled(
                    third,
                    Instant.parse("2027-03-01T19:00:00Z"),
                    Instant.parse("2027-03-01T21:00:00Z"))));

    assertThat(line(get("/data-map"), "ticket-delivery").at("/lastEndsOn").asString())
        .isEqualTo("2027-09-01");
  }

  private TicketsExchangedElsewhere elsewhere(
      OrderId order, PerformanceId performance, OrderId into, PerformanceId intoPerformance) {
    return new TicketsExchangedElsewhere(
        order,
        onsale.organisation(),
        performance,
        1,
        RevenueStand.DEFERRED,
        Currency.getInstance("EUR"),
        List.of(),
        into,
        intoPerformance,
        List.of(),
        List.of());
  }

  private void describe(String dpo, List<ThirdCountryTransfer> transfers) {
    service
        .log()
        .append(
            onsale.organisation(),
            BEGUN,
            List.of(
                new ControllerDescribed(
                    onsale.organisation(),
                    new ControllerDescription(
                        new PublicLabel("4 quai du Lac"),
                        new PublicContact("contact@theatre.example"),
                        new PublicContact(dpo),
                        null,
                        List.of(),
                        transfers,
                        List.of(new PublicLabel("Armoire fermée à clé"))))));
  }

  @Test
  void aPurposeDeclaredAnewIsToldAsItStands_withTheNoticesOfItsVersion() {
    people.declare(
        People.purpose(
            People.DELIVERY,
            "Envoi des billets, autrement",
            DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
            LawfulBasis.CONTRACT,
            new Retention(RetentionStart.CAPTURE, new RetentionPeriod("P1Y")),
            PersonalField.EMAIL),
        BEGUN.plusSeconds(5));

    JsonNode register = get("/register");

    assertThat(register.get("activities").size()).isEqualTo(3);
    JsonNode delivery = register.at("/activities/0");
    assertThat(delivery.at("/version").asInt()).isEqualTo(2);
    assertThat(delivery.at("/name").asString()).isEqualTo("Envoi des billets, autrement");
    assertThat(delivery.get("fields").size()).isEqualTo(1);
    assertThat(delivery.get("notices").size()).isEqualTo(1);
    assertThat(delivery.at("/notices/0/noticeVersionId").asString())
        .isEqualTo(people.notice(People.DELIVERY).noticeVersionId().toString());
  }

  /** A performance that moves takes what was told for it along; an erased person is not counted. */
  @Test
  void theMapTellsHowManyPeople_andUntilWhen() {
    onsale.office().sellSeats(onsale.performance(), 0, 1);
    OrderId order =
        service.log().written().stream()
            .filter(written -> onsale.organisation().equals(written.organisation()))
            .filter(written -> written.event() instanceof OrderPlaced)
            .map(written -> ((OrderPlaced) written.event()).orderId())
            .findFirst()
            .orElseThrow();
    DataSubjectId buyer = people.somebody();
    DataSubjectId gone = people.somebody();
    people.capture(buyer, People.DELIVERY, BEGUN, order, PersonalField.EMAIL);
    people.capture(gone, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);

    JsonNode both = line(get("/data-map"), "ticket-delivery");
    assertThat(both.at("/people").asLong()).isEqualTo(2);
    assertThat(both.at("/firstEndsOn").asString())
        .as("told for no performance: from its capture")
        .isEqualTo("2026-06-01");
    assertThat(both.at("/lastEndsOn").asString()).isEqualTo("2027-04-30");

    people.decide(
        new ErasePersonalData(
            people.organisation(),
            gone,
            List.of(),
            List.of(),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 3, 1)),
        BEGUN.plusSeconds(10));
    Instant moved = Onsale.START.plus(Duration.ofDays(60));
    service
        .log()
        .append(
            onsale.organisation(),
            BEGUN.plusSeconds(20),
            List.of(
                new PerformanceRescheduled(
                    onsale.performance(), moved, moved.plus(Duration.ofHours(2)))));

    JsonNode map = get("/data-map");
    JsonNode one = line(map, "ticket-delivery");
    assertThat(map.at("/people").asLong()).isEqualTo(1);
    assertThat(one.at("/people").asLong()).isEqualTo(1);
    assertThat(one.at("/firstEndsOn").asString()).isEqualTo("2027-05-30");
    assertThat(one.at("/lastEndsOn").asString()).isEqualTo("2027-05-30");
  }

  private static JsonNode line(JsonNode map, String purpose) {
    return map.get("lines")
        .valueStream()
        .filter(line -> line.get("purpose").asString().equals(purpose))
        .findFirst()
        .orElseThrow();
  }

  private JsonNode get(String path) {
    var answer =
        service.get("/api/v1/privacy/" + onsale.organisation() + path, service.upToDate(token));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return RunningQueryService.json(answer);
  }
}
