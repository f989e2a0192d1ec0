package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may be written to: exactly those whose consent is in force. */
@ExtendWith(SharedService.class)
class MailingListTest {

  private final RunningService service;
  private final Theatre theatre;
  private final Visitors visitors;

  MailingListTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
  }

  private Answer list() {
    return visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}");
  }

  private static List<String> emails(Answer list) {
    List<String> emails = new ArrayList<>();
    list.json().at("/items").forEach(item -> emails.add(item.at("/email").asString()));
    return emails;
  }

  private void object(String email) {
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + visitors.subject(email) + "/objections"),
            "{\"purpose\":\"newsletter\"}")
        .expecting(204);
  }

  @Test
  void eachReadingIsRecorded_alsoUnderTheKeyOfAnEarlierOne() {
    visitors.agree("read@example.org");
    Api keyed =
        visitors
            .officer()
            .with("Disclosure-Reason", "MAILING")
            .with("Idempotency-Key", "one-key-for-all");
    Api counter =
        theatre
            .staff()
            .with("Disclosure-Reason", "CUSTOMER_SERVICE")
            .with("Idempotency-Key", "one-key-for-all");
    String wish = "{\"purpose\":\"newsletter\"}";
    String address = "{\"email\":\"read@example.org\"}";
    String order =
        "{\"organisationId\":\"%s\",\"email\":\"read@example.org\"}"
            .formatted(theatre.organisation);
    long position = visitors.position();

    for (int i = 1; i <= 2; i++) {
      assertThat(emails(keyed.post(visitors.path("/mailing-lists"), wish).expecting(200)))
          .containsExactly("read@example.org");
      keyed.post(visitors.path("/subjects/search"), address).expecting(200);
      counter.post("/orders/search", order).expecting(200);

      assertThat(visitors.events(position))
          .filteredOn(PersonalDataDisclosed.class::isInstance)
          .as("after round " + i)
          .hasSize(3 * i);
    }
  }

  @Test
  void aMailerReadsItsListAndNothingElse_andOnlyToWrite() {
    visitors.agree("written@example.org");
    Api mailer = Api.of(service).as(theatre.token("MAILER"));
    String wish = "{\"purpose\":\"newsletter\"}";

    Answer list =
        mailer
            .with("Disclosure-Reason", "MAILING")
            .post(visitors.path("/mailing-lists"), wish)
            .expecting(200);

    assertThat(emails(list)).containsExactly("written@example.org");
    Answer curious =
        mailer.with("Disclosure-Reason", "CLAIM").post(visitors.path("/mailing-lists"), wish);
    assertThat(curious.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(curious.text("/violations/0/field")).isEqualTo("Disclosure-Reason");
    assertThat(
            mailer
                .with("Disclosure-Reason", "MAILING")
                .post(visitors.path("/subjects/search"), "{\"email\":\"written@example.org\"}")
                .outcome())
        .isEqualTo("403 ACCESS_DENIED");
  }

  @Test
  void exactlyThoseAreListedWhoseConsentIsInForce_andThatIsRecordedFirst() {
    visitors.agree("yes@example.org");
    visitors.subscribe("no@example.org", false).expecting(204);
    visitors.subscribe("typed@example.org", true).expecting(204);
    visitors.agree("withdrawn@example.org");
    visitors.agree("restricted@example.org");
    visitors.order("ORCH-A-1", visitors.delivered("buyer@example.org", "")).expecting(201);
    for (var item : list().expecting(200).json().at("/items")) {
      if (item.at("/email").asString().equals("withdrawn@example.org")) {
        theatre
            .buyer()
            .post(
                "/privacy/withdrawals",
                "{\"token\":\"%s\"}".formatted(item.at("/withdrawalToken").asString()))
            .expecting(200);
      }
    }
    visitors
        .officer()
        .post(
            visitors.path(
                "/subjects/" + visitors.subject("restricted@example.org") + "/restrictions"),
            "{\"reasonCode\":\"ACCURACY_CONTESTED\"}")
        .expecting(204);
    long position = visitors.position();

    Answer list = list().expecting(200);

    assertThat(emails(list)).containsExactly("yes@example.org");
    assertThat(list.header("Cache-Control")).contains("no-store");
    assertThat(visitors.events(position))
        .filteredOn(PersonalDataDisclosed.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataDisclosed.class,
            reading -> {
              assertThat(reading.kind()).isEqualTo(DisclosureKind.LIST);
              assertThat(reading.subjects()).hasSize(1);
            });
  }

  @Test
  void anObjectionCountsForTheAddress_underWhicheverPersonItIs_untilThatPersonAgreesAnew() {
    visitors.agree("twice@example.org");
    String first = visitors.subject("twice@example.org");
    visitors.agree("Twice@example.org");
    assertThat(emails(list().expecting(200))).hasSize(2);

    visitors
        .officer()
        .post(visitors.path("/subjects/" + first + "/objections"), "{\"purpose\":\"newsletter\"}")
        .expecting(204);
    assertThat(emails(list().expecting(200))).isEmpty();

    visitors.agree("twice@example.org");
    assertThat(emails(list().expecting(200))).containsExactly("twice@example.org");
  }

  @Test
  void anObjectionSurvivesTheErasureOfWhoMadeIt() {
    visitors.agree("gone@example.org");
    object("gone@example.org");
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + visitors.subject("gone@example.org") + "/erasure"),
            "{\"reasonCode\":\"OBJECTION\"}")
        .expecting(200);

    assertThat(visitors.kept()).isZero();
    assertThat(
            visitors
                .vault()
                .sql(
                    "select count(*) from vault.suppressed where organisation_id = cast(? as uuid)")
                .param(theatre.organisation)
                .query(Integer.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void whatIsNoMarketingHasNoList_andNoReasonGetsNone() {
    Api officer = visitors.officer();
    assertThat(
            officer
                .with("Disclosure-Reason", "MAILING")
                .post(visitors.path("/mailing-lists"), "{\"purpose\":\"ticket-delivery\"}")
                .outcome())
        .isEqualTo("409 PURPOSE_NOT_DECLARED");
    assertThat(
            officer.post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(service.log().lastPosition()).isPositive();
  }
}
