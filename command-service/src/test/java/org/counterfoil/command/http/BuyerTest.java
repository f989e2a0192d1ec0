package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What buyers tell with their orders: only what was declared, and never in the log. */
@ExtendWith(SharedService.class)
class BuyerTest {

  private static final String EMAIL = "Marked.Buyer@example.org";

  private final RunningService service;
  private final Visitors visitors;
  private final Theatre theatre;
  private final long before;

  BuyerTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    this.before = visitors.position();
  }

  @Test
  void whatWasDeclaredIsCapturedWithTheOrder_andIsInTheVaultAlone() {
    Answer order = visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);

    assertThat(visitors.told(before))
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataCaptured.class,
            told -> {
              assertThat(told.fields()).containsExactly(PersonalField.EMAIL);
              assertThat(told.door()).isEqualTo(CaptureDoor.ORDER);
              assertThat(String.valueOf(told.orderId())).isEqualTo(order.text("/orderId"));
              assertThat(told.noticeVersionId().toString())
                  .isEqualTo(visitors.notice("ticket-delivery"));
            });
    assertThat(visitors.kept()).isEqualTo(1);
    assertThat(service.log().readHold(UUID.fromString(order.text("/orderId"))))
        .as("found by the order")
        .hasSize(1);
    assertThat(everythingOutsideTheVault()).noneMatch(BuyerTest::tells);
  }

  /** Every text and every byte that the log's database role may read. */
  private List<String> everythingOutsideTheVault() {
    JdbcClient log = JdbcClient.create(service.database().as(DatabaseRoles.WRITER));
    return List.of(
        String.join(
            "\n",
            log.sql("select convert_from(entry, 'UTF8') from log.event where position > ?")
                .param(before)
                .query(String.class)
                .list()),
        String.join(
            "\n",
            log.sql("select row_to_json(k)::text from log.idempotency k")
                .query(String.class)
                .list()));
  }

  private static boolean tells(String text) {
    String all = text.toLowerCase(Locale.ROOT);
    String marked = EMAIL.toLowerCase(Locale.ROOT);
    return all.contains(marked)
        || all.contains(marked.replace("@", "%40"))
        || text.contains(
            Base64.getEncoder().encodeToString(EMAIL.getBytes(UTF_8)).substring(0, 20));
  }

  @Test
  void theSearchForWhatIsToldWouldFindIt() {
    assertThat(tells("x " + EMAIL.toUpperCase(Locale.ROOT))).isTrue();
    assertThat(tells("marked.buyer%40example.org")).isTrue();
    assertThat(tells(Base64.getEncoder().encodeToString(EMAIL.getBytes(UTF_8)))).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"email":"a@example.org"}                  | {}                                        | buyer.email | 400 PERSONAL_DATA_NOT_TAKEN
          {"email":"a@example.org","name":"A Name"}  | {"email":{"purpose":"ticket-delivery","notice":"$"}} | buyer.name | 400 PERSONAL_DATA_NOT_TAKEN
          {"name":"A Name"}                          | {"name":{"purpose":"ticket-delivery","notice":"$"}} | buyer.name | 409 FIELD_NOT_DECLARED
          {"email":"a@example.org"}                  | {"email":{"purpose":"birthdays","notice":"$"}} | buyer.email | 409 PURPOSE_NOT_DECLARED
          {"email":"a@example.org"}                  | {"email":{"purpose":"ticket-delivery","notice":"00000000-0000-7000-8000-000000000000"}} | buyer.email | 409 UNKNOWN_NOTICE
          {"email":"a@example.org"}                  | {"email":{"purpose":"changes","notice":"$"}} | buyer.email | 409 NOTICE_OF_ANOTHER_PURPOSE
          {"email":"not an address"}                 | {"email":{"purpose":"ticket-delivery","notice":"$"}} | buyer.email | 400 INVALID_REQUEST
          {"shoeSize":"43"}                          | {}                                        | buyer.shoeSize | 400 INVALID_REQUEST
          {}                                         | {"email":{"purpose":"ticket-delivery","notice":"$"}} | captures.email | 400 INVALID_REQUEST
          """)
  void aFieldThatNothingDeclaredAsksForIsRefusedByName_andNothingIsWritten(
      String buyer, String captures, String field, String outcome) {
    String more =
        ",\"buyer\":%s,\"captures\":%s"
            .formatted(buyer, captures.replace("$", visitors.notice("ticket-delivery")));
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-2").expecting(201);
    long position = visitors.position();

    Answer refused = visitors.placed(theatre.buyer(), hold, "ORCH-A-2", more);

    assertThat(refused.outcome()).isEqualTo(outcome);
    assertThat(refused.text("/violations/0/field")).isEqualTo(field);
    assertThat(refused.body()).doesNotContain("a@example.org", "A Name", "not an address");
    assertThat(visitors.told(position)).isEmpty();
    assertThat(visitors.kept()).isZero();
    visitors.placed(theatre.buyer(), hold, "ORCH-A-2", "").expecting(201);
  }

  @Test
  void aConsentThatIsMissingIsNotGiven_andTheSaleGoesOn() {
    String notice = visitors.notice("newsletter");
    String bundled =
        ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":[{\"purpose\":\"newsletter\",\"notice\":\"%s\"}]}"
            .formatted(EMAIL, notice);

    visitors.order("ORCH-A-3", bundled).expecting(201);

    assertThat(visitors.recorded(before)).as("nobody agreed to anything").isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void aYesAndANoAreRecorded_andAYesAloneCapturesForIt() {
    String yes = ",\"consents\":[" + visitors.consent("newsletter", true) + "]";
    visitors.order("ORCH-A-4", visitors.delivered(EMAIL, yes)).expecting(201);
    assertThat(visitors.recorded(before))
        .containsExactlyInAnyOrder("PersonalDataCaptured", "PersonalDataCaptured", "ConsentGiven");
    assertThat(visitors.kept()).isEqualTo(2);
    assertThat(visitors.told(before).stream().map(SubjectEvent::subjectId).distinct()).hasSize(1);

    long between = visitors.position();
    String no = ",\"consents\":[" + visitors.consent("newsletter", false) + "]";
    visitors.order("ORCH-A-5", visitors.delivered(EMAIL, no)).expecting(201);
    assertThat(visitors.recorded(between))
        .containsExactly("PersonalDataCaptured", "ConsentRefused");
  }

  @Test
  void whoAgreesTellsWhatItIsFor_andWhatRestsOnAContractIsNotAgreedTo() {
    String nothing = ",\"consents\":[" + visitors.consent("newsletter", true) + "]";
    Answer without = visitors.order("ORCH-A-6", nothing);
    assertThat(without.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(without.text("/violations/0/field")).isEqualTo("consents[0]");

    String contract = ",\"consents\":[" + visitors.consent("ticket-delivery", true) + "]";
    assertThat(visitors.order("ORCH-A-7", visitors.delivered(EMAIL, contract)).outcome())
        .isEqualTo("409 NOT_BY_CONSENT");
  }

  @Test
  void needsThatTellOfHealthAreTakenOnlyWithAYes() {
    String needs =
        ",\"buyer\":{\"accessNeeds\":\"a ramp\"},\"captures\":{\"accessNeeds\":{\"purpose\":\"access-needs\",\"notice\":\"%s\"}}"
            .formatted(visitors.notice("access-needs"));
    visitors.order("ORCH-A-8", needs).expecting(201);
    assertThat(visitors.recorded(before)).isEmpty();

    visitors
        .order("ORCH-A-9", needs + ",\"consents\":[" + visitors.consent("access-needs", true) + "]")
        .expecting(201);
    assertThat(visitors.recorded(before)).containsExactly("PersonalDataCaptured", "ConsentGiven");
  }

  @Test
  void atTheCounterNobodyIsAskedForAnything() {
    theatre.sell("ORCH-B-1", "ORCH-B-2");

    assertThat(visitors.recorded(before)).isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void whatComesWithARefusedOrderIsStoredNowhere() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-B-3").expecting(201);
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);

    assertThat(
            visitors
                .placed(theatre.buyer(), hold, "ORCH-B-3", visitors.delivered(EMAIL, ""))
                .outcome())
        .isEqualTo("410 HOLD_RELEASED");
    assertThat(visitors.recorded(before)).isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void aRepeatedRequestIsOnePerson_andItsKeptAnswerTellsNothing() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-B-4").expecting(201);
    String more = visitors.delivered(EMAIL, "");
    Api keyed = theatre.buyer().with("Idempotency-Key", UUID.randomUUID().toString());

    Answer first = visitors.placed(keyed, hold, "ORCH-B-4", more).expecting(201);
    Answer second = visitors.placed(keyed, hold, "ORCH-B-4", more).expecting(201);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(visitors.kept()).isEqualTo(1);
    assertThat(everythingOutsideTheVault()).noneMatch(BuyerTest::tells);
  }

  @Test
  void theSameAddressAtTwoOrganisationsHasNothingInCommon() {
    Visitors others = Visitors.of(Theatre.in(service));
    visitors.order("ORCH-B-5", visitors.delivered(EMAIL, "")).expecting(201);
    others.order("ORCH-B-5", others.delivered(EMAIL, "")).expecting(201);

    DataSubjectId here = visitors.told(before).getFirst().subjectId();
    DataSubjectId there = others.told(before).getFirst().subjectId();
    assertThat(here).isNotEqualTo(there);
    assertThat(
            visitors
                .vault()
                .sql(
                    """
                    select count(distinct mark) from vault.mark m
                    join vault.data_key k on k.key_id = m.key_id
                    where k.subject_id in (cast(? as uuid), cast(? as uuid))
                    """)
                .params(here.toString(), there.toString())
                .query(Integer.class)
                .single())
        .isEqualTo(2);
  }

  @Test
  void aTicketIsSomebodysByName_onlyWhereThatIsAskedFor() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-B-6").expecting(201);
    String holder =
        "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-B-6\",\"priceType\":\"FULL\",\"holder\":{\"name\":\"A. N. Other\",\"notice\":\"%s\"}}]}"
            .formatted(hold.text("/holdId"), visitors.notice("nominative-sport"));
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post("/orders", holder)
        .expecting(201);

    assertThat(visitors.told(before))
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataCaptured.class, told -> assertThat(told.ticketId()).isNotNull());
  }

  @Test
  void anOrderOverSeveralNightsIsOnePersons() {
    Answer order = visitors.overTwoNights(visitors.secondNight(), EMAIL);

    assertThat(visitors.told(before))
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataCaptured.class,
            told -> assertThat(String.valueOf(told.orderId())).isEqualTo(order.text("/orderId")));
  }

  @Test
  void withoutItsVaultASaleWithNamesWaits_andOneWithoutGoesOn() {
    try (RunningService blind =
        RunningService.start(Map.of("counterfoil.vault.kms-uri", "none://away"))) {
      Theatre there = Theatre.in(blind);
      Visitors guests = Visitors.of(there);
      Answer hold = there.hold(there.buyer(), "ORCH-A-1").expecting(201);

      Answer waits = guests.placed(there.buyer(), hold, "ORCH-A-1", guests.delivered(EMAIL, ""));

      assertThat(waits.outcome()).isEqualTo("503 VAULT_UNAVAILABLE");
      assertThat(waits.json().at("/retryable").asBoolean()).isTrue();
      assertThat(waits.header("Retry-After")).isNotEmpty();
      guests.placed(there.buyer(), hold, "ORCH-A-1", "").expecting(201);
    }
  }
}
