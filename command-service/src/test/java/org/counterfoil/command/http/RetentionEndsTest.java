package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What may no longer be kept goes by itself. */
class RetentionEndsTest {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

  private static RunningService service;

  @BeforeAll
  static void start() {
    service = RunningService.start();
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  private final Theatre theatre = Theatre.in(service);
  private final Visitors visitors = Visitors.of(theatre);
  private final long before = visitors.position();

  private void subscribe(String email) {
    visitors
        .officer()
        .put(visitors.path("/forms/newsletter"), "{\"confirmation\":false}")
        .expecting(204);
    visitors.subscribe(email, true).expecting(204);
  }

  private static LocalDate today() {
    return LocalDate.ofInstant(service.clock().instant(), PARIS);
  }

  private static void driveTo(LocalDate day) {
    service.clock().driveTo(day.atTime(12, 0).atZone(PARIS).toInstant());
  }

  /** The day on which each key of the theatre's visitors is looked at next. */
  private List<LocalDate> reviews() {
    return visitors
        .vault()
        .sql(
            """
            select review_on from vault.data_key
            where organisation_id = cast(? as uuid) and review_on > '-infinity'
            order by review_on
            """)
        .param(theatre.organisation)
        .query(LocalDate.class)
        .list();
  }

  private void awaitReview(LocalDate day) {
    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().equals(List.of(day)));
  }

  private void awaitErased() {
    await().atMost(Duration.ofSeconds(20)).until(() -> visitors.kept() == 0);
  }

  @Test
  void threeYearsAfterTheLastContactItGoes_andNotADayBefore() {
    LocalDate end = today().plusYears(3);
    subscribe("silent@example.org");
    awaitReview(end.plusDays(1));

    driveTo(end);
    awaitReview(end.plusDays(2));
    assertThat(visitors.kept()).isEqualTo(1);

    driveTo(end.plusDays(1));
    awaitErased();
    assertThat(visitors.recorded(before))
        .containsExactly(
            "PersonalDataCaptured", "ConsentGiven", "ConsentExpired", "PersonalDataErased");
    assertThat(((PersonalDataErased) visitors.told(before).getLast()).reason())
        .isEqualTo(ErasureReason.RETENTION_ENDED);
    assertThat(visitors.search("silent@example.org").json().at("/items")).isEmpty();
  }

  private Answer clicked(String subject, String kind, Instant at) {
    return visitors
        .officer()
        .post(
            visitors.path("/contacts"),
            "{\"contacts\":[{\"subjectId\":\"%s\",\"kind\":\"%s\",\"at\":\"%s\"}]}"
                .formatted(subject, kind, at));
  }

  /**
   * Told a while after; what is told of an earlier one, or of a mail that was opened, is nothing.
   */
  @Test
  void aClickMovesIt_aMailThatWasOpenedANoteAndAFileDoNot() {
    LocalDate subscribed = today();
    subscribe("clicking@example.org");
    awaitReview(subscribed.plusYears(3).plusDays(1));
    String subject = visitors.subject("clicking@example.org");
    driveTo(subscribed.plusDays(40));
    long position = visitors.position();

    Instant click = subscribed.plusDays(30).atTime(12, 0).atZone(PARIS).toInstant();
    clicked(subject, "CLICK", click).expecting(204);
    clicked(subject, "CLICK", click).expecting(204);
    clicked(subject, "CLICK", click.minusSeconds(60)).expecting(204);
    assertThat(clicked(subject, "OPEN", click).outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(clicked(subject, "ORDER", click).text("/violations/0/field"))
        .isEqualTo("contacts[0].kind");
    assertThat(clicked(subject, "CLICK", service.clock().instant().plusSeconds(5)).outcome())
        .isEqualTo("400 CONTACT_IN_THE_FUTURE");
    assertThat(clicked("00000000-0000-7000-8000-000000000000", "CLICK", click).outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(visitors.recorded(position)).containsExactly("ContactMade");
    visitors
        .officer()
        .post(
            visitors.path("/purposes"),
            """
            {"key":"care","name":"Suivi","dpvPurpose":"CustomerOrderManagement",
             "lawfulBasis":"A6-1-f","fields":["NOTE"],
             "retention":{"startsAt":"CAPTURE","period":"P1Y"}}
            """)
        .expecting(201);
    String notice =
        visitors
            .officer()
            .post(
                visitors.path("/notices"),
                "{\"purpose\":\"care\",\"language\":\"fr\",\"text\":\"Nous notons.\"}")
            .expecting(201)
            .text("/noticeVersionId");
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + subject + "/notes"),
            "{\"text\":\"Rang twice\",\"purpose\":\"care\",\"notice\":\"%s\"}".formatted(notice))
        .expecting(204);

    LocalDate end = subscribed.plusDays(30).plusYears(3);
    driveTo(subscribed.plusYears(3).plusDays(1));

    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().contains(end.plusDays(1)));
  }

  /** Brought today, and gone tomorrow: the other system had heard nothing of it for years. */
  @ParameterizedTest
  @CsvSource({"'', 1", "'\"lastContact\":\"Achat\",', 2"})
  void whoWasHeardOfLongAgoIsNotKeptForThreeYearsMore(String lastContact, int yearsLeft) {
    LocalDate yes = today().minusYears(2);
    LocalDate bought = today().minusYears(1);
    String mapping =
        """
        {"source":"OLD","exportedAt":"%s","reference":"Client",%s
         "fields":{"email":"Mail"},"consents":[{"purpose":"newsletter","answer":"Lettre","at":"Le",
         "sourceCode":"WEB","notice":"%s"}]}
        """
            .formatted(service.clock().instant(), lastContact, visitors.notice("newsletter"))
            .replace("\n", " ");
    visitors
        .officer()
        .with("Import-Mapping", mapping)
        .with("Content-Type", "text/csv")
        .post(
            visitors.path("/imports?dryRun=false"),
            "Client,Mail,Lettre,Le,Achat\nC-1,old@example.org,oui,%s,%s\n".formatted(yes, bought))
        .expecting(200);

    awaitReview(today().plusYears(yearsLeft).plusDays(1));
  }

  private void withdraw(String email) {
    visitors
        .officer()
        .delete(visitors.path("/subjects/" + visitors.subject(email) + "/consents/newsletter"))
        .expecting(204);
  }

  private String mailed() {
    return visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}")
        .expecting(200)
        .body();
  }

  private void bring(LocalDate yes) {
    String mapping =
        """
        {"source":"OLD","exportedAt":"%s","reference":"Client",
         "fields":{"email":"Mail"},"consents":[{"purpose":"newsletter","answer":"Lettre","at":"Le",
         "sourceCode":"WEB","notice":"%s"}]}
        """
            .formatted(service.clock().instant(), visitors.notice("newsletter"))
            .replace("\n", " ");
    visitors
        .officer()
        .with("Import-Mapping", mapping)
        .with("Content-Type", "text/csv")
        .post(
            visitors.path("/imports?dryRun=false"),
            "Client,Mail,Lettre,Le\nC-1,Back@Example.org,oui,%s\n".formatted(yes))
        .expecting(200);
  }

  /** Art. 7(3) and 17(1)(b): nothing else allows to keep it, and no older file brings it back. */
  @Test
  void whatIsTakenBackGoesSevenDaysLater_andAnOlderYesDoesNotBringItBack() {
    LocalDate agreed = today();
    subscribe("back@example.org");
    awaitReview(agreed.plusYears(3).plusDays(1));
    driveTo(agreed.plusDays(10));
    LocalDate end = today().plusDays(7);

    withdraw("back@example.org");
    awaitReview(end.plusDays(1));
    driveTo(end);
    awaitReview(end.plusDays(2));
    assertThat(visitors.kept()).as("a mistake is taken back with what is there").isEqualTo(1);
    driveTo(end.plusDays(1));
    awaitErased();

    assertThat(((PersonalDataErased) visitors.told(before).getLast()).reason())
        .isEqualTo(ErasureReason.CONSENT_WITHDRAWN);
    bring(agreed.minusYears(1));
    assertThat(visitors.kept()).as("it said no since").isZero();
    bring(end);
    assertThat(mailed()).as("a yes of later").contains("Back@Example.org");
  }

  @Test
  void whatIsGivenAgainInTimeStays_andSoDoesWhatIsKeptForSomethingElse() {
    LocalDate agreed = today();
    visitors.order("ORCH-A-1", visitors.delivered("back@example.org", "")).expecting(201);
    String delivery = visitors.subject("back@example.org");
    subscribe("again@example.org");
    String again = visitors.subject("again@example.org");
    withdraw("again@example.org");
    await().until(() -> reviews().contains(agreed.plusDays(8)));
    driveTo(agreed.plusDays(3));

    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + again + "/consents"), visitors.consent("newsletter", true))
        .expecting(204);
    driveTo(agreed.plusDays(8));

    await().until(() -> reviews().contains(agreed.plusDays(3).plusYears(3).plusDays(1)));
    assertThat(visitors.kept()).isEqualTo(2);
    assertThat(visitors.subject("back@example.org")).isEqualTo(delivery);
  }

  @Test
  void whatNobodyConfirmsGoesAfterSevenDays_andNotADayBefore() {
    LocalDate end = today().plusDays(7);
    visitors.subscribe("stranger@example.org", true).expecting(204);
    awaitReview(end.plusDays(1));
    String token = visitors.confirmation("stranger@example.org");

    driveTo(end.plusDays(1));
    assertThat(visitors.waiting()).isEmpty();
    assertThat(visitors.confirm(token).outcome()).isEqualTo("404 NOTHING_TO_CONFIRM");
    awaitErased();
    assertThat(visitors.recorded(before))
        .containsExactly("PersonalDataCaptured", "ConfirmationAwaited", "PersonalDataErased");
    assertThat(((PersonalDataErased) visitors.told(before).getLast()).reason())
        .isEqualTo(ErasureReason.NOT_CONFIRMED);
  }

  @Test
  void aPerformanceThatIsMovedMovesTheEnd() {
    visitors.order("ORCH-A-1", visitors.delivered("moved@example.org", "")).expecting(201);
    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().size() == 1);
    LocalDate first = reviews().getFirst();
    Instant later = service.clock().instant().plus(Duration.ofDays(700));
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/reschedule",
            "{\"startsAt\":\"%s\",\"confirmOverlap\":true}".formatted(later))
        .expecting(200);

    driveTo(first);

    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().getFirst().isAfter(first));
    assertThat(visitors.kept()).isEqualTo(1);
  }

  /** Whoever put it right was killed in between: the wrong value is there once more. */
  @Test
  void aWrongValueThatAKillLeftBehindGoesWithTheNextStart() {
    visitors.order("ORCH-A-1", visitors.delivered("wrong@example.org", "")).expecting(201);
    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().size() == 1);
    String subject = visitors.subject("wrong@example.org");
    JdbcClient owner = JdbcClient.create(service.database().as(DatabaseRoles.OWNER));
    owner.sql("create table vault.before as select * from vault.value").update();
    visitors
        .officer()
        .patch(
            visitors.path("/subjects/" + subject), "{\"values\":{\"email\":\"right@example.org\"}}")
        .expecting(204);
    assertThat(visitors.kept()).isEqualTo(1);
    // So that nothing but a start looks at it.
    owner
        .sql(
            """
            with unseen as (update vault.data_key set review_on = 'infinity' returning key_id)
            insert into vault.value select b.* from vault.before b
            where (b.capture_id, b.field) not in (select capture_id, field from vault.value)
              and b.key_id in (select key_id from unseen)
            """)
        .update();
    owner.sql("drop table vault.before").update();
    assertThat(visitors.kept()).as("the wrong one is there again").isEqualTo(2);

    service.restart();

    await().atMost(Duration.ofSeconds(20)).until(() -> visitors.kept() == 1);
    assertThat(visitors.export(subject).expecting(200).text("/values/0/value"))
        .isEqualTo("right@example.org");
  }

  /** Who comes another night instead must be reached until then. */
  @Test
  void ticketsExchangedForALaterNightMoveTheEnd() {
    TwoNights nights = TwoNights.at(theatre);
    Answer order =
        visitors.order("ORCH-A-1", visitors.delivered("later@example.org", "")).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().size() == 1);
    LocalDate first = reviews().getFirst();
    theatre
        .admin()
        .post(
            "/performances/" + nights.island + "/reschedule",
            "{\"startsAt\":\"%s\"}".formatted(service.clock().instant().plus(Duration.ofDays(700))))
        .expecting(200);
    Answer hold = nights.hold(nights.island, "ORCH-A-1");
    theatre
        .staff()
        .post(
            "/orders/" + order.text("/orderId") + "/exchanges",
            "{\"ticketIds\":[\"%s\"],\"holdId\":\"%s\",\"tickets\":[%s],\"difference\":{\"method\":\"CASH\"}}"
                .formatted(
                    theatre.look(order).text("/tickets/0/ticketId"),
                    hold.text("/holdId"),
                    TwoNights.full("ORCH-A-1")))
        .expecting(201);

    driveTo(first);

    await().atMost(Duration.ofSeconds(20)).until(() -> reviews().getFirst().isAfter(first));
    assertThat(visitors.kept()).isEqualTo(1);
  }

  /** As somebody leaves it who is killed before the keys are gone, beside others that run on. */
  @Test
  void whatAnotherProcessErasedAndLeftIsDestroyedWhileServing() {
    visitors.order("ORCH-A-1", visitors.delivered("left@example.org", "")).expecting(201);
    String subject = visitors.subject("left@example.org");
    OlderVault older = OlderVault.of(service);
    visitors
        .officer()
        .post(visitors.path("/subjects/" + subject + "/erasure"), "{\"reasonCode\":\"REQUEST\"}")
        .expecting(200);

    older.restore();

    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () -> {
              boolean isOvertaken = older.isOvertaken();
              boolean isGone = visitors.kept() == 0;
              if (isOvertaken && !isGone) {
                older.restore();
              }
              return isGone;
            });
    assertThat(visitors.search("left@example.org").json().at("/items")).isEmpty();
  }
}
