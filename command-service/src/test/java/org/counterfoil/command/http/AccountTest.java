package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/** People look after their own data: by an account's secret, or by an order's. */
@ExtendWith(SharedService.class)
class AccountTest {

  private final Theatre theatre;
  private final Visitors visitors;
  private final long before;

  AccountTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    this.before = visitors.position();
  }

  private Answer open(String email, String purpose, String consents) {
    return theatre
        .buyer()
        .post(
            "/accounts",
            """
            {"organisationId":"%s","buyer":{"email":"%s"},
             "captures":{"email":{"purpose":"%s","notice":"%s"}},"consents":[%s]}
            """
                .formatted(
                    theatre.organisation, email, purpose, visitors.notice(purpose), consents));
  }

  private Answer open(String email) {
    return open(email, "account", "").expecting(201);
  }

  private Api holder(Answer account) {
    return theatre.buyer().with("Account-Secret", account.text("/accountSecret"));
  }

  private static String path(Answer account) {
    return "/accounts/" + account.text("/accountId");
  }

  private JsonNode own(Answer account) {
    return holder(account).get(path(account)).expecting(200).json();
  }

  private static List<String> values(JsonNode export) {
    List<String> values = new ArrayList<>();
    export.at("/values").forEach(one -> values.add(one.at("/value").asString()));
    return values;
  }

  private int listed() {
    return visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}")
        .expecting(200)
        .json()
        .at("/items")
        .size();
  }

  @Test
  void whoOpensAnAccountSeesItsDataByItsSecret_andThatIsRecorded() {
    Answer account = open("own@example.org");

    JsonNode export = own(account);

    assertThat(values(export)).containsExactly("own@example.org");
    assertThat(export.at("/values/0/door").asString()).isEqualTo("ACCOUNT");
    assertThat(account.header("Location")).isEqualTo("/api/v1" + path(account));
    assertThat(visitors.events(before))
        .filteredOn(PersonalDataDisclosed.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataDisclosed.class,
            reading -> assertThat(reading.reason()).isEqualTo(DisclosureReason.ACCESS_REQUEST));
  }

  @Test
  void nobodyElseSeesIt_norLearnsWhetherThereIsOne() {
    Answer account = open("own@example.org");
    Answer other = open("other@example.org");

    assertThat(theatre.buyer().get(path(account)).status()).isEqualTo(401);
    Answer wrong = holder(other).get(path(account));
    Answer unknown = holder(other).get("/accounts/" + UUID.randomUUID());
    assertThat(wrong.outcome()).isEqualTo("403 ACCESS_DENIED");
    assertThat(unknown.outcome()).isEqualTo(wrong.outcome());
    assertThat(unknown.text("/detail")).isEqualTo(wrong.text("/detail"));
    assertThat(theatre.admin().get(path(account)).status()).as("no role does").isIn(401, 403);
    assertThat(holder(other).patch(path(account), "{\"values\":{}}").status()).isEqualTo(403);
    assertThat(holder(other).post(path(account) + "/erasure", "{}").status()).isEqualTo(403);
  }

  @Test
  void anAccountIsForAPurposeThatManagesAccounts() {
    assertThat(open("own@example.org", "ticket-delivery", "").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(visitors.recorded(before)).isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void anOrderPlacedWithItsSecretIsTheAccounts() {
    Answer account = open("own@example.org");
    Answer order =
        visitors
            .order(holder(account), "ORCH-A-1", visitors.delivered("own@example.org", ""))
            .expecting(201);
    visitors.order("ORCH-A-2", visitors.delivered("own@example.org", "")).expecting(201);

    JsonNode export = own(account);
    assertThat(export.at("/subjectIds")).hasSize(2);
    assertThat(export.at("/orders")).as("the one that showed the secret").hasSize(1);
    assertThat(export.at("/orders/0/orderId").asString()).isEqualTo(order.text("/orderId"));
    assertThat(visitors.told(before))
        .filteredOn(PersonalDataCaptured.class::isInstance)
        .extracting(event -> ((PersonalDataCaptured) event).door())
        .containsExactly(CaptureDoor.ACCOUNT, CaptureDoor.ACCOUNT, CaptureDoor.ORDER);
  }

  @Test
  void aWrongSecretOrdersNothing_andNeitherDoesAnAccountThatTellsNothing() {
    Answer account = open("own@example.org");
    Answer elsewhere = new AccountTest(theatre.service).open("own@example.org");
    String told = visitors.delivered("own@example.org", "");
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);

    Api forged = theatre.buyer().with("Account-Secret", "forged");
    assertThat(visitors.placed(forged, hold, "ORCH-A-1", told).outcome())
        .isEqualTo("403 ACCESS_DENIED");
    assertThat(visitors.placed(holder(elsewhere), hold, "ORCH-A-1", told).outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(visitors.placed(holder(account), hold, "ORCH-A-1", "").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    visitors.placed(holder(account), hold, "ORCH-A-1", told).expecting(201);
  }

  @Test
  void whatIsWrongIsPutRightEverywhere_andWhatMayGoGoes() {
    Answer account = open("old@example.org");
    visitors
        .order(holder(account), "ORCH-A-1", visitors.delivered("old@example.org", ""))
        .expecting(201);

    holder(account)
        .patch(path(account), "{\"values\":{\"email\":\"new@example.org\"}}")
        .expecting(204);
    assertThat(values(own(account))).containsExactly("new@example.org", "new@example.org");
    assertThat(visitors.search("old@example.org").json().at("/items")).isEmpty();

    Answer certificate = holder(account).post(path(account) + "/erasure", "{}").expecting(200);
    assertThat(certificate.json().at("/keys")).hasSize(2);
    assertThat(values(own(account))).isEmpty();
    assertThat(own(account).at("/erased")).hasSize(2);
    assertThat(visitors.kept()).isZero();
    assertThat(holder(account).post(path(account) + "/erasure", "{}").status()).isEqualTo(200);
  }

  @Test
  void aYesIsConfirmedByTheAddress_andTakenBackWithoutMore() {
    Answer account = open("own@example.org", "account", visitors.consent("newsletter", true));
    account.expecting(201);
    assertThat(listed()).isZero();
    visitors.confirm(visitors.confirmation("own@example.org")).expecting(200);
    assertThat(listed()).isEqualTo(1);

    holder(account).delete(path(account) + "/consents/newsletter").expecting(204);
    assertThat(listed()).isZero();

    holder(account)
        .post(path(account) + "/consents", visitors.consent("newsletter", true))
        .expecting(204);
    visitors.confirm(visitors.confirmation("own@example.org")).expecting(200);
    assertThat(listed()).isEqualTo(1);

    holder(account)
        .post(path(account) + "/consents", visitors.consent("newsletter", false))
        .expecting(204);
    assertThat(listed()).isZero();
    assertThat(
            holder(account)
                .post(path(account) + "/objections", "{\"purpose\":\"newsletter\"}")
                .status())
        .isEqualTo(204);
    assertThat(own(account).at("/objections/0").asString()).isEqualTo("newsletter");
  }

  @Test
  void anOrdersSecretLooksAfterWhatWasToldWithIt_andNothingElse() {
    Answer order =
        visitors
            .order(
                "ORCH-A-1",
                visitors.delivered(
                    "buyer@example.org",
                    ",\"consents\":[" + visitors.consent("newsletter", true) + "]"))
            .expecting(201);
    visitors.order("ORCH-A-2", visitors.delivered("friend@example.org", "")).expecting(201);
    visitors
        .officer()
        .post(
            visitors.path("/subjects/merge"),
            "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}"
                .formatted(
                    visitors.subject("friend@example.org"), visitors.subject("buyer@example.org")))
        .expecting(200);
    Api holder = theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
    String told = "/orders/" + order.text("/orderId") + "/personal-data";

    JsonNode export = holder.get(told).expecting(200).json();
    assertThat(values(export)).containsOnly("buyer@example.org");
    assertThat(theatre.buyer().get(told).status()).isEqualTo(401);

    theatre.pay(theatre.staff(), order, "CASH", 2500).expecting(201);
    assertThat(listed()).isEqualTo(1);
    holder.delete(told + "/consents/newsletter").expecting(204);
    assertThat(listed()).isZero();
    holder.patch(told, "{\"values\":{\"email\":\"right@example.org\"}}").expecting(204);
    assertThat(values(holder.get(told).json())).containsOnly("right@example.org");
    holder.post(told + "/objections", "{\"purpose\":\"newsletter\"}").expecting(204);
    holder.post(told + "/erasure", "{}").expecting(200);
    assertThat(values(holder.get(told).json())).isEmpty();
    assertThat(values(visitors.export(visitors.subject("friend@example.org")).json()))
        .as("of the other order nothing went")
        .containsExactly("friend@example.org");
    assertThat(theatre.look(order).expecting(200).text("/state")).isEqualTo("COMPLETED");
  }

  @Test
  void anOrderThatToldNothingHasNobody() {
    Answer order = visitors.order("ORCH-A-1", "").expecting(201);
    assertThat(
            theatre
                .buyer()
                .with("Order-Secret", order.text("/orderSecret"))
                .get("/orders/" + order.text("/orderId") + "/personal-data")
                .outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
  }
}
