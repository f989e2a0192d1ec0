package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Marketing to one's own buyers without their consent: only of who was asked whether it says no
 * while it bought, and did not (Art. 13(2) of Directive 2002/58/EC, Art. 21(2) and (3) GDPR).
 */
@ExtendWith(SharedService.class)
class SoftOptInTest {

  private static final String EMAIL = "buyer@example.org";

  private final Theatre theatre;
  private final Visitors visitors;
  private final long before;

  SoftOptInTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    visitors
        .officer()
        .post(
            visitors.path("/purposes"),
            """
            {"key":"similar","name":"Spectacles semblables","dpvPurpose":"DirectMarketing",
             "lawfulBasis":"A6-1-f","fields":["EMAIL"],
             "retention":{"startsAt":"LAST_CONTACT","period":"P1Y"}}
            """)
        .expecting(201);
    visitors
        .officer()
        .post(
            visitors.path("/notices"),
            "{\"purpose\":\"similar\",\"language\":\"fr\",\"text\":\"Nous vous écrivons.\"}")
        .expecting(201);
    this.before = visitors.position();
  }

  /**
   * An order of somebody who wants its tickets by e-mail.
   *
   * @param named for what else the address is told; empty for nothing
   * @param answers its answers, as {@code purpose=yes}
   */
  private Answer order(String seat, String named, String answers) {
    List<String> captures = new ArrayList<>(List.of(capture("ticket-delivery")));
    if (!named.isEmpty()) {
      captures.add(capture(named));
    }
    List<String> consents = new ArrayList<>();
    for (String answer : answers.isEmpty() ? new String[0] : answers.split(" ")) {
      String[] part = answer.split("=");
      consents.add(visitors.consent(part[0], part[1].equals("yes")));
    }
    return visitors.order(
        seat,
        ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":[%s]},\"consents\":[%s]"
            .formatted(EMAIL, String.join(",", captures), String.join(",", consents)));
  }

  private void paid(Answer order) {
    theatre.pay(theatre.staff(), order, "CASH", 2500).expecting(201);
  }

  private String capture(String purpose) {
    return "{\"purpose\":\"%s\",\"notice\":\"%s\"}".formatted(purpose, visitors.notice(purpose));
  }

  private List<String> listed(String purpose) {
    List<String> emails = new ArrayList<>();
    visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(visitors.path("/mailing-lists"), "{\"purpose\":\"%s\"}".formatted(purpose))
        .expecting(200)
        .json()
        .at("/items")
        .forEach(item -> emails.add(item.at("/email").asString()));
    return emails;
  }

  private int marks() {
    return visitors
        .vault()
        .sql("select count(*) from vault.said_no where organisation_id = cast(? as uuid)")
        .param(theatre.organisation)
        .query(Integer.class)
        .single();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      useHeadersInDisplayName = true,
      textBlock =
          """
          named      | answers                  | recorded                                                                   | similar | newsletter | marks
          ''         | ''                       | PersonalDataCaptured                                                       | 0       | 0          | 0
          similar    | ''                       | PersonalDataCaptured                                                       | 0       | 0          | 0
          similar    | similar=yes              | PersonalDataCaptured PersonalDataCaptured                                  | 1       | 0          | 0
          ''         | similar=yes              | PersonalDataCaptured PersonalDataCaptured                                  | 1       | 0          | 0
          similar    | similar=no               | PersonalDataCaptured ObjectionMade                                         | 0       | 0          | 1
          ''         | similar=no               | PersonalDataCaptured ObjectionMade                                         | 0       | 0          | 1
          newsletter | ''                       | PersonalDataCaptured                                                       | 0       | 0          | 0
          ''         | newsletter=yes           | PersonalDataCaptured PersonalDataCaptured ConsentGiven                     | 0       | 1          | 0
          newsletter | newsletter=no            | PersonalDataCaptured ConsentRefused                                        | 0       | 0          | 0
          similar    | similar=no newsletter=yes | PersonalDataCaptured PersonalDataCaptured ObjectionMade ConsentGiven       | 0       | 1          | 1
          similar    | similar=yes newsletter=no | PersonalDataCaptured PersonalDataCaptured ConsentRefused                   | 1       | 0          | 0
          """)
  void onlyWhoWasAskedAndDidNotSayNoIsWrittenTo(
      String named, String answers, String recorded, int similar, int newsletter, int marks) {
    Answer order = order("ORCH-A-1", named, answers).expecting(201);

    assertThat(visitors.recorded(before)).containsExactly(recorded.split(" "));
    assertThat(listed("similar")).as("nobody bought anything yet").isEmpty();
    assertThat(listed("newsletter")).as("anybody may have typed the address").isEmpty();
    paid(order);
    assertThat(listed("similar")).hasSize(similar);
    assertThat(listed("newsletter")).hasSize(newsletter);
    assertThat(marks()).isEqualTo(marks);
  }

  @Test
  void aNoOutlivesAnErasure_andIsNotEndedByNotSayingItAgain_butByAYes() {
    order("ORCH-A-1", "", "similar=no").expecting(201);
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + visitors.subject(EMAIL) + "/erasure"),
            "{\"reasonCode\":\"REQUEST\"}")
        .expecting(200);

    paid(order("ORCH-A-2", "", "similar=yes newsletter=yes").expecting(201));

    assertThat(listed("similar")).as("who does not say no again has not said yes").isEmpty();
    assertThat(listed("newsletter")).as("a yes of later").containsExactly(EMAIL);
  }

  @Test
  void eachMessageHasItsLink_byWhichItEndsForGood() {
    paid(order("ORCH-A-1", "", "similar=yes").expecting(201));
    String token =
        visitors
            .officer()
            .with("Disclosure-Reason", "MAILING")
            .post(visitors.path("/mailing-lists"), "{\"purpose\":\"similar\"}")
            .text("/items/0/withdrawalToken");

    theatre
        .buyer()
        .post("/privacy/withdrawals", "{\"token\":\"%s\"}".formatted(token))
        .expecting(200);

    assertThat(listed("similar")).isEmpty();
    assertThat(visitors.recorded(before)).endsWith("ObjectionMade");
    paid(order("ORCH-A-2", "", "similar=yes").expecting(201));
    assertThat(listed("similar")).isEmpty();
  }

  /** Art. 13(2) of Directive 2002/58/EC speaks of a sale; a stranger's typing is none. */
  @Test
  void anOrderThatLapsesWasNoSale_andOneThatIsFreeIs() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    visitors.placed(theatre.buyer(), hold, "ORCH-A-1", told("victim@example.org")).expecting(201);
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);

    assertThat(listed("similar")).isEmpty();
    assertThat(listed("newsletter")).isEmpty();

    Answer free = theatre.hold(theatre.staff(), "ORCH-A-2").expecting(201);
    theatre
        .staff()
        .with("Hold-Secret", free.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-A-2\",\"priceType\":\"COMP\",\"reasonCode\":\"PRESS\"}]%s}"
                .formatted(free.text("/holdId"), told("guest@example.org")))
        .expecting(201);
    assertThat(listed("similar")).containsExactly("guest@example.org");
    assertThat(listed("newsletter")).containsExactly("guest@example.org");
  }

  private String told(String email) {
    return ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":[%s]},\"consents\":[%s,%s]"
        .formatted(
            email,
            capture("ticket-delivery"),
            visitors.consent("similar", true),
            visitors.consent("newsletter", true));
  }

  /** A mark is set with the order and for what was asked, and for nothing that was refused. */
  @Test
  void aNoIsOfItsPurposeAlone_andOfAnOrderThatWasTaken() {
    visitors.agree(EMAIL);
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    String no = no(EMAIL);
    assertThat(visitors.placed(theatre.buyer(), hold, "ORCH-B-1", no).status())
        .as("another seat than that of the hold")
        .isBetween(400, 409);
    assertThat(marks()).as("of an order that was refused").isZero();

    visitors.placed(theatre.buyer(), hold, "ORCH-A-1", no).expecting(201);

    assertThat(marks()).isEqualTo(1);
    assertThat(listed("newsletter")).as("what nobody said no to").containsExactly(EMAIL);
  }

  private String no(String email) {
    return ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":[%s]},\"consents\":[%s]"
        .formatted(email, capture("ticket-delivery"), visitors.consent("similar", false));
  }

  @Test
  void atTheCounterItIsTheSame_andWhoeverOnlyFillsInTheOpenFormBoughtNothing() {
    visitors
        .order(
            theatre.staff(),
            "ORCH-A-1",
            ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":[%s,%s]}"
                .formatted(EMAIL, capture("ticket-delivery"), capture("similar")))
        .expecting(201);
    theatre
        .buyer()
        .post(
            visitors.path("/subscriptions"),
            "{\"email\":\"other@example.org\",\"purpose\":\"similar\",\"given\":true,\"notice\":\"%s\"}"
                .formatted(visitors.notice("similar")))
        .expecting(400);

    assertThat(listed("similar")).isEmpty();
  }
}
