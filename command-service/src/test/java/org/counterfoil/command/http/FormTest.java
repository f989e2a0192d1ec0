package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What forms ask, and what they say beside it. */
@ExtendWith(SharedService.class)
class FormTest {

  private final Theatre theatre;
  private final Visitors visitors;

  FormTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
  }

  private JsonNode form(String form, String language) {
    return theatre
        .buyer()
        .get(visitors.path("/forms/" + form + "?language=" + language))
        .expecting(200)
        .json();
  }

  private static List<String> each(JsonNode list, String name) {
    List<String> each = new ArrayList<>();
    list.forEach(one -> each.add(one.get(name).asString()));
    return each;
  }

  private void declare(String key, String basis, boolean isRequired, String fields) {
    visitors
        .officer()
        .post(
            visitors.path("/purposes"),
            """
            {"key":"%s","name":"Nos spectacles","dpvPurpose":"DirectMarketing","lawfulBasis":"%s",
             "fields":[%s],"recipients":["Imprimeur"],"required":%s,
             "retention":{"startsAt":"LAST_CONTACT","period":"P1Y"}}
            """
                .formatted(key, basis, fields, isRequired))
        .expecting(201);
  }

  /** Behind each door is a form, and it takes what that asks; staff write for themselves. */
  @ParameterizedTest
  @CsvSource({
    "ticket-delivery, email, reader@example.org, 201",
    "accounting, name, Zoé, 201",
    "claims, name, Zoé, 400",
    "staff, name, Zoé, 400",
    "account, email, reader@example.org, 400"
  })
  void anOrderTakesWhatItsFormAsks(String purpose, String field, String value, int status) {
    String told =
        ",\"buyer\":{\"%s\":\"%s\"},\"captures\":{\"%s\":{\"purpose\":\"%s\",\"notice\":\"%s\"}}"
            .formatted(field, value, field, purpose, visitors.notice(purpose));

    Answer byItself = visitors.order("ORCH-A-1", told);
    assertThat(byItself.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(byItself.outcome()).isEqualTo("400 PERSONAL_DATA_NOT_TAKEN");
      assertThat(byItself.text("/violations/0/field")).isEqualTo("buyer." + field);
      assertThat(visitors.kept()).isZero();
    }
  }

  @Test
  void theOpenFormTakesAnAnswerToWhatItAsks_andToNothingElse() {
    Answer refused =
        theatre
            .buyer()
            .post(
                visitors.path("/subscriptions"),
                "{\"email\":\"a@example.org\",\"values\":{\"accessNeeds\":\"x\"},\"purpose\":\"access-needs\",\"given\":true,\"notice\":\"%s\"}"
                    .formatted(visitors.notice("access-needs")));
    assertThat(refused.outcome()).isEqualTo("400 PERSONAL_DATA_NOT_TAKEN");
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void anOrderAsksWhatItsPurposesNeed_andSaysWhyInBothLanguages() {
    JsonNode form = form("order", "en");

    assertThat(each(form.at("/purposes"), "purpose"))
        .containsExactly(
            "ticket-delivery", "changes", "newsletter", "fraud-prevention", "access-needs");
    assertThat(each(form.at("/purposes"), "question"))
        .containsExactly("NONE", "NONE", "CONSENT", "NONE", "CONSENT");
    assertThat(each(form.at("/fields"), "field"))
        .as("nothing that people do not tell themselves")
        .containsExactly("email", "telephone", "accessNeeds");
    assertThat(form.at("/fields/0/required").asBoolean()).isFalse();
    assertThat(form.at("/fields/0/label").asString()).isEqualTo("E-mail address");
    assertThat(form.at("/purposes/0/name").asString()).isEqualTo("Sending tickets");
    assertThat(form.at("/purposes/0/basis").asString()).contains("Art. 6(1)(b)");
    assertThat(form.at("/purposes/0/kept").asString()).isEqualTo("6 months after the performance");
    assertThat(form.at("/purposes/0/text").asString()).contains("Scènes SCIC asks for");
    assertThat(form("order", "fr").at("/purposes/0/text").asString())
        .contains("Scènes SCIC vous demande");
    assertThat(form("order", "fr").at("/purposes/0/notice").asString())
        .isEqualTo(visitors.notice("ticket-delivery"));
  }

  @Test
  void aNewsletterAsksForNothingButItsConsent_andMarketingWithoutOneIsForBuyers() {
    declare("similar", "A6-1-f", false, "\"EMAIL\"");
    assertThat(each(form("order", "fr").at("/purposes"), "purpose"))
        .as("without a notice nothing is asked")
        .doesNotContain("similar");
    visitors
        .officer()
        .post(
            visitors.path("/notices"),
            "{\"purpose\":\"similar\",\"language\":\"fr\",\"text\":\"Nous vous écrivons.\"}")
        .expecting(201);

    JsonNode order = form("order", "en");
    assertThat(each(order.at("/purposes"), "question")).contains("OPT_OUT");
    assertThat(each(order.at("/purposes"), "language")).contains("fr");
    assertThat(each(form("newsletter", "en").at("/purposes"), "purpose"))
        .containsExactly("newsletter");
    assertThat(each(form("newsletter", "en").at("/fields"), "field")).containsExactly("email");
  }

  @Test
  void holdersAreNamedWhereTheFormWasSetToAsk() {
    assertThat(form("order", "fr").at("/holders")).as("nobody asked for it").isEmpty();
    visitors
        .officer()
        .put(
            visitors.path("/forms/order"),
            "{\"purposes\":[\"ticket-delivery\",\"nominative-sport\",\"accounting\"]}")
        .expecting(204);

    JsonNode order = form("order", "fr");

    assertThat(each(order.at("/purposes"), "purpose"))
        .as("an invoice is the buyer's")
        .containsExactly("ticket-delivery", "accounting");
    assertThat(each(order.at("/holders"), "purpose")).containsExactly("nominative-sport");
    assertThat(order.at("/holders/0/kept").asString()).contains("3 mois");
    assertThat(order.at("/holders/0/required").asBoolean()).isTrue();
  }

  @Test
  void whatThereIsNotIsSaidSo() {
    assertThat(get("/forms/order?language=de").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(get("/forms/else").status()).isEqualTo(404);
    assertThat(theatre.buyer().get("//forms/secret.js").status()).isEqualTo(404);
    Answer page = theatre.buyer().get("//order?lang=fr");
    assertThat(page.body()).contains("Commander avec obligation de paiement");
    assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'");
  }

  private Answer get(String below) {
    return theatre.buyer().get(visitors.path(below));
  }

  @Test
  void aHoldTellsItsOffersUntilItIsOrdered() {
    Answer hold = theatre.hold(theatre.buyer(), "ORCH-A-1").expecting(201);
    Api holder = theatre.buyer().with("Hold-Secret", hold.text("/holdSecret"));

    JsonNode seen = holder.get("/holds/" + hold.text("/holdId")).expecting(200).json();
    assertThat(seen.at("/offers")).isEqualTo(hold.json().at("/offers"));
    assertThat(seen.at("/fees")).isEqualTo(hold.json().at("/fees"));
    assertThat(seen.at("/organisationId").asString()).isEqualTo(theatre.organisation);

    visitors.placed(theatre.buyer(), hold, "ORCH-A-1", "").expecting(201);
    assertThat(holder.get("/holds/" + hold.text("/holdId")).json().at("/offers")).isEmpty();
  }
}
