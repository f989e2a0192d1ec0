package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    assertThat(emails(list().expecting(200)))
        .as("one address is written to once, as the one that agreed last")
        .containsExactly("Twice@example.org");

    visitors
        .officer()
        .post(visitors.path("/subjects/" + first + "/objections"), "{\"purpose\":\"newsletter\"}")
        .expecting(204);
    assertThat(emails(list().expecting(200))).isEmpty();

    visitors.agree("twice@example.org");
    assertThat(emails(list().expecting(200))).containsExactly("twice@example.org");
  }

  private void post(String path, String body) {
    visitors.officer().post(visitors.path(path), body).expecting(204);
  }

  /** Somebody with an account that agreed, and ordered something under another address. */
  private String accountThatOrdered(String more) {
    Answer account =
        theatre
            .buyer()
            .post(
                "/accounts",
                """
                {"organisationId":"%s","buyer":{"email":"own@example.org"},
                 "captures":{"email":{"purpose":"account","notice":"%s"}},"consents":[%s]}
                """
                    .formatted(
                        theatre.organisation,
                        visitors.notice("account"),
                        visitors.consent("newsletter", true)))
            .expecting(201);
    visitors.confirm(visitors.confirmation("own@example.org")).expecting(200);
    visitors
        .order(
            theatre.buyer().with("Account-Secret", account.text("/accountSecret")),
            "ORCH-A-1",
            visitors.delivered("other@example.org", more))
        .expecting(201);
    return account.text("/accountId");
  }

  @Test
  void whatAPersonSaysWithItsNextOrderCounts_underWhicheverAddress() {
    accountThatOrdered("");
    assertThat(emails(list())).as("an order says nothing").containsExactly("own@example.org");

    MailingListTest elsewhere = new MailingListTest(service);
    elsewhere.accountThatOrdered(
        ",\"consents\":[" + elsewhere.visitors.consent("newsletter", false) + "]");
    assertThat(emails(elsewhere.list())).isEmpty();
  }

  /** Each of these, said of one of two who are found to be one person later. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          consents     | {"purpose":"newsletter","given":false,"notice":"$"}
          objections   | {"purpose":"newsletter"}
          restrictions | {"reasonCode":"ACCURACY_CONTESTED"}
          nothing      |
          """)
  void whatIsSaidOfOneIsSaidOfWhoIsFoundToBeTheSame(String what, String body) {
    visitors.order("ORCH-A-1", visitors.delivered("other@example.org", "")).expecting(201);
    visitors.agree("own@example.org");
    String other = visitors.subject("other@example.org");
    if (body != null) {
      post("/subjects/" + other + "/" + what, body.replace("$", visitors.notice("newsletter")));
    }
    assertThat(emails(list())).containsExactly("own@example.org");

    visitors
        .officer()
        .post(
            visitors.path("/subjects/merge"),
            "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}"
                .formatted(visitors.subject("own@example.org"), other))
        .expecting(200);

    assertThat(emails(list())).hasSize(body == null ? 1 : 0);
  }

  @Test
  void theOfficersNoIsOfAllWhoAreThePerson() {
    String account = accountThatOrdered("");
    long position = visitors.position();

    post("/subjects/" + account + "/consents", visitors.consent("newsletter", false));

    assertThat(visitors.recorded(position)).containsExactly("ConsentRefused", "ConsentRefused");
    assertThat(emails(list())).isEmpty();
  }

  @Test
  void oneLinkEndsEveryConsentOfItsAddress_andOfNoOther() {
    visitors.agree("twice@example.org");
    visitors
        .order(
            "ORCH-A-1",
            visitors.delivered(
                "Twice@example.org",
                ",\"consents\":[" + visitors.consent("newsletter", true) + "]"))
        .expecting(201);
    visitors.agree("other@example.org");
    String token = "";
    for (var item : list().json().at("/items")) {
      boolean isIt = item.at("/email").asString().equalsIgnoreCase("twice@example.org");
      token = isIt ? item.at("/withdrawalToken").asString() : token;
    }
    long position = visitors.position();

    theatre
        .buyer()
        .post("/privacy/withdrawals", "{\"token\":\"%s\"}".formatted(token))
        .expecting(200);

    assertThat(emails(list())).containsExactly("other@example.org");
    assertThat(visitors.recorded(position)).containsExactly("ConsentWithdrawn", "ConsentWithdrawn");
  }

  @Test
  void aNoOfWhoeverReadsTheAddressCounts_alsoOfWhoIsNobodyElse() {
    visitors.agree("twice@example.org");
    String first = visitors.subject("twice@example.org");
    visitors.agree("twice@example.org");
    post("/subjects/" + first + "/consents", visitors.consent("newsletter", false));
    assertThat(emails(list())).as("said after both had agreed").isEmpty();

    visitors.agree("twice@example.org");
    assertThat(emails(list())).as("a yes of later").containsExactly("twice@example.org");
  }

  @Test
  void aListHasPages_thatTogetherAreExactlyTheList() {
    visitors.agree("one@example.org");
    visitors.subscribe("typed@example.org", true).expecting(204);
    visitors.agree("two@example.org");
    List<String> emails = new ArrayList<>();
    String cursor = "";
    int pages = 0;
    do {
      Answer page =
          visitors
              .officer()
              .with("Disclosure-Reason", "MAILING")
              .post(
                  visitors.path("/mailing-lists?limit=1" + cursor), "{\"purpose\":\"newsletter\"}")
              .expecting(200);
      emails.addAll(emails(page));
      cursor = "&cursor=" + page.json().at("/nextCursor").asString("");
      pages++;
    } while (!cursor.equals("&cursor="));

    assertThat(emails).containsExactlyInAnyOrder("one@example.org", "two@example.org");
    assertThat(pages).as("who did not agree is looked at as well").isEqualTo(3);
    assertThat(list().json().has("nextCursor")).isTrue();
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
                .sql("select count(*) from vault.said_no where organisation_id = cast(? as uuid)")
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
