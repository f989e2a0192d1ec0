package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Finding people, handing out what is kept of them, and what they want done with it. */
@ExtendWith(SharedService.class)
class PeopleTest {

  private static final String EMAIL = "found@example.org";

  private final RunningService service;
  private final Theatre theatre;
  private final Visitors visitors;
  private final long before;

  PeopleTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    this.before = visitors.position();
  }

  private List<PersonalDataDisclosed> disclosed(long after) {
    return visitors.events(after).stream()
        .filter(PersonalDataDisclosed.class::isInstance)
        .map(PersonalDataDisclosed.class::cast)
        .filter(event -> event.organisationId().toString().equals(theatre.organisation))
        .toList();
  }

  private String consents() {
    return ",\"consents\":[" + visitors.consent("newsletter", true) + "]";
  }

  @Test
  void whoIsLookedForIsFound_andThatItWasLookedForIsRecorded() {
    Answer order = visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);

    Answer found = visitors.search("FOUND@example.org ").expecting(200);

    assertThat(found.json().at("/items")).hasSize(1);
    assertThat(found.text("/items/0/orderIds/0")).isEqualTo(order.text("/orderId"));
    assertThat(found.body()).doesNotContainIgnoringCase(EMAIL);
    assertThat(disclosed(before))
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.kind()).isEqualTo(DisclosureKind.SEARCH);
              assertThat(reading.reason()).isEqualTo(DisclosureReason.ACCESS_REQUEST);
              assertThat(reading.subjects().toString())
                  .isEqualTo("[" + found.text("/items/0/subjectId") + "]");
            });
    assertThat(visitors.search("nobody@example.org").expecting(200).json().at("/items")).isEmpty();
    assertThat(disclosed(before)).as("nobody was found, and that was recorded").hasSize(2);
  }

  @Test
  void nobodyIsReadOfWithoutAReason_andNothingIsRecorded() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    long position = visitors.position();

    Answer search =
        visitors
            .officer()
            .post(visitors.path("/subjects/search"), "{\"email\":\"%s\"}".formatted(EMAIL));
    Answer export = visitors.officer().get(visitors.path("/subjects/" + subject + "/export"));
    Answer odd =
        visitors
            .officer()
            .with("Disclosure-Reason", "CURIOSITY")
            .get(visitors.path("/subjects/" + subject + "/export"));

    assertThat(List.of(search, export, odd))
        .allSatisfy(
            refused -> {
              assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
              assertThat(refused.text("/violations/0/field")).isEqualTo("Disclosure-Reason");
              assertThat(refused.body()).doesNotContain(EMAIL);
            });
    assertThat(disclosed(position)).isEmpty();
  }

  @Test
  void anotherOrganisationFindsNobody_andReadsNobody() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    Visitors others = Visitors.of(Theatre.in(service));

    assertThat(others.search(EMAIL).expecting(200).json().at("/items")).isEmpty();
    assertThat(others.export(subject).outcome()).isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(
            others
                .officer()
                .post(
                    others.path("/subjects/" + subject + "/erasure"),
                    "{\"reasonCode\":\"REQUEST\"}")
                .outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(visitors.export(subject).expecting(200).body()).contains(EMAIL);
  }

  @Test
  void anExportIsWhole_ofThatPersonOnly_andRecordedFirst() {
    Answer order = visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    visitors.order("ORCH-A-2", visitors.delivered("other@example.org", "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    long position = visitors.position();

    Answer export = visitors.export(subject).expecting(200);

    JsonNode values = export.json().at("/values");
    assertThat(values).hasSize(2);
    for (JsonNode value : values) {
      assertThat(value.at("/value").asString()).isEqualTo(EMAIL);
      assertThat(value.at("/notice").asString()).contains("Scènes SCIC");
      assertThat(value.at("/orderId").asString()).isEqualTo(order.text("/orderId"));
    }
    assertThat(export.text("/consents/0/what")).isEqualTo("GIVEN");
    assertThat(export.text("/orders/0/tickets/0/seatId")).isEqualTo("ORCH-A-1");
    assertThat(export.text("/orders/0/state")).isEqualTo("PLACED");
    assertThat(export.body()).doesNotContain("other@example.org", "ORCH-A-2");
    assertThat(export.header("Cache-Control")).contains("no-store");
    assertThat(disclosed(position)).hasSize(1);
    assertThat(Long.parseLong(export.header("Counterfoil-Position"))).isGreaterThan(position);
  }

  @Test
  void anExportIsAPageThatAPersonCanRead() {
    String more =
        ",\"buyer\":{\"accessNeeds\":\"<b>a ramp</b>\",\"email\":\"%s\"},\"captures\":{\"email\":{\"purpose\":\"changes\",\"notice\":\"%s\"}},\"consents\":[%s]"
            .formatted(EMAIL, visitors.notice("changes"), visitors.consent("access-needs", true));
    visitors.order("ORCH-A-1", more).expecting(201);
    String subject = visitors.subject(EMAIL);

    Answer page =
        visitors
            .officer()
            .with("Accept", "text/html")
            .with("Accept-Language", "fr")
            .get(visitors.path("/subjects/" + subject + "/export?reason=ACCESS_REQUEST"))
            .expecting(200);

    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body())
        .contains(EMAIL, "Adresse électronique", "&lt;b&gt;a ramp", "lang=\"fr\"")
        .doesNotContain("<b>a ramp");
  }

  /** Art. 15(1) and (2), and Art. 19: who really has it, who answers for it, what may be asked. */
  @Test
  void anExportSaysWhoWasGivenWhat_andWhoeverPutsRightOrErasesIsToldWhomToTell() {
    visitors
        .officer()
        .put(
            visitors.path("/controller"),
            """
            {"address":"4 quai du Lac, 74200 Thonon-les-Bains","contact":"contact@theatre.example",
             "dpoContact":"dpo@theatre.example","transfers":[
               {"recipient":"Courrier SA","country":"US","safeguard":"STANDARD_CLAUSES"}]}
            """)
        .expecting(204);
    Answer order = visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    visitors.order("ORCH-A-2", visitors.delivered("other@example.org", "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    String other = visitors.export(visitors.subject("other@example.org")).expecting(200).body();
    mail("");
    mail(",\"recipient\":\"Imprimerie du Lac\"");
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + subject + "/restrictions"),
            "{\"reasonCode\":\"NEEDED_FOR_CLAIMS\"}")
        .expecting(204);

    JsonNode export = visitors.export(subject).expecting(200).json();

    assertThat(export.at("/givenTo")).as("what nobody else was given is not in it").hasSize(1);
    assertThat(export.at("/givenTo/0/recipient").asString()).isEqualTo("Imprimerie du Lac");
    assertThat(export.at("/givenTo/0/fields/0").asString()).isEqualTo("EMAIL");
    assertThat(export.at("/contacts/dpoContact").asString()).isEqualTo("dpo@theatre.example");
    assertThat(export.at("/contacts/contact").asString()).isEqualTo("contact@theatre.example");
    assertThat(export.at("/transfers/0/country").asString()).isEqualTo("US");
    assertThat(export.at("/supervisoryAuthority/site").asString()).isEqualTo("www.cnil.fr");
    assertThat(export.at("/automatedDecisions").asBoolean(true)).isFalse();
    assertThat(export.at("/rights").toString()).contains("RECTIFICATION", "OBJECTION");
    assertThat(visitors.export(visitors.subject("other@example.org")).expecting(200).body())
        .as("of nobody else anything is different")
        .isEqualTo(other);
    assertThat(page(subject, "fr"))
        .contains("Imprimerie du Lac", "dpo@theatre.example", "(CNIL), www.cnil.fr")
        .contains("Consentement, art. 6, § 1, a", "avec une commande", "nécessaires à un litige")
        .contains("Courrier SA", "clauses contractuelles types", "Aucune décision n’est prise");
    assertThat(page(subject, "en"))
        .contains(
            "Newsletter", "Consent, Art. 6(1)(a)", "with an order", "needed for legal claims");

    Answer right =
        visitors
            .officer()
            .patch(
                visitors.path("/subjects/" + subject),
                "{\"values\":{\"email\":\"right@example.org\"}}")
            .expecting(200);
    assertThat(right.json().at("/recipients").toString()).isEqualTo("[\"Imprimerie du Lac\"]");
    Answer certificate = erase(subject, "REQUEST");
    assertThat(certificate.json().at("/recipients").toString())
        .isEqualTo("[\"Imprimerie du Lac\"]");
    assertThat(erase(visitors.subject("other@example.org"), "REQUEST").json().at("/recipients"))
        .isEmpty();
  }

  private void mail(String recipient) {
    visitors
        .officer()
        .with("Disclosure-Reason", "MAILING")
        .post(
            visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"%s}".formatted(recipient))
        .expecting(200);
  }

  private String page(String subject, String language) {
    Answer page =
        visitors
            .officer()
            .with("Accept", "text/html")
            .with("Accept-Language", language)
            .get(visitors.path("/subjects/" + subject + "/export?reason=ACCESS_REQUEST"))
            .expecting(200);
    assertThat(page.header("Content-Security-Policy")).contains("style-src 'sha256-");
    return page.body();
  }

  /** What was paid, who came in, what went back, and what became of it another night. */
  @Test
  void anExportHasThePersonsOrdersToTheirEnd() {
    TwoNights nights = TwoNights.at(theatre);
    Answer order = visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    Answer paid = theatre.pay(theatre.staff(), order, "CASH", 2_500).expecting(201);
    Answer hold = nights.hold(nights.island, "ORCH-A-1");
    Answer exchanged =
        theatre
            .staff()
            .post(
                "/orders/" + order.text("/orderId") + "/exchanges",
                "{\"ticketIds\":[\"%s\"],\"holdId\":\"%s\",\"tickets\":[%s],\"difference\":{\"method\":\"CASH\"}}"
                    .formatted(
                        paid.text("/tickets/0/ticketId"),
                        hold.text("/holdId"),
                        TwoNights.full("ORCH-A-1")))
            .expecting(201);
    Api.of(service)
        .as(theatre.token("ADMISSION"))
        .post(
            "/admissions",
            "{\"code\":\"%s\",\"gate\":\"EAST\",\"performanceIds\":[\"%s\"]}"
                .formatted(exchanged.text("/tickets/0/code"), nights.island))
        .expecting(200);
    String subject = visitors.subject(EMAIL);

    Answer export = visitors.export(subject).expecting(200);

    JsonNode orders = export.json().at("/orders");
    assertThat(orders).hasSize(2);
    assertThat(orders.at("/0/tickets/0/isVoid").asBoolean()).isTrue();
    assertThat(orders.at("/0/payments/0/method").asString()).isEqualTo("CASH");
    assertThat(orders.at("/0/payments/0/amountMinor").asLong()).isEqualTo(2_500);
    assertThat(orders.at("/1/exchangedFrom").asString()).isEqualTo(order.text("/orderId"));
    assertThat(orders.at("/1/tickets/0/ticketNumber").asInt()).isEqualTo(1);
    assertThat(orders.at("/1/tickets/0").has("admittedAt")).isTrue();
    assertThat(orders.at("/0/tickets/0").has("admittedAt")).isFalse();
    String page =
        visitors
            .officer()
            .with("Accept", "text/html")
            .with("Accept-Language", "fr")
            .get(visitors.path("/subjects/" + subject + "/export?reason=ACCESS_REQUEST"))
            .expecting(200)
            .body();
    assertThat(page).contains("Espèces, 25,00", "n° 1, ORCH-A-1", "annulé", "entrée le");
  }

  @Test
  void twoThatAreOnePersonAreAskedAsOne() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    visitors.order("ORCH-A-2", visitors.delivered("again@example.org", consents())).expecting(201);
    String one = visitors.subject(EMAIL);
    String two = visitors.subject("again@example.org");

    Answer merged =
        visitors
            .officer()
            .post(
                visitors.path("/subjects/merge"),
                "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}".formatted(one, two))
            .expecting(200);

    assertThat(merged.json().at("/subjectIds")).hasSize(2);
    assertThat(visitors.subject("again@example.org")).isEqualTo(one);
    JsonNode export = visitors.export(two).expecting(200).json();
    assertThat(export.at("/subjectId").asString()).isEqualTo(one);
    assertThat(export.at("/values")).hasSize(4);
    assertThat(export.at("/orders")).hasSize(2);
    long position = visitors.position();
    visitors
        .officer()
        .delete(visitors.path("/subjects/" + one + "/consents/newsletter"))
        .expecting(204);
    assertThat(visitors.recorded(position)).containsExactly("ConsentWithdrawn", "ConsentWithdrawn");
  }

  @Test
  void aLinkTakesBackAConsent_onceAndWithoutMoreProof() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    String token = visitors.export(visitors.subject(EMAIL)).text("/withdrawalToken");
    String body = "{\"token\":\"%s\"}".formatted(token);
    long position = visitors.position();

    Answer withdrawn = theatre.buyer().post("/privacy/withdrawals", body).expecting(200);

    assertThat(withdrawn.json().at("/purposes").toString()).isEqualTo("[\"newsletter\"]");
    assertThat(visitors.recorded(position)).containsExactly("ConsentWithdrawn");
    theatre.buyer().post("/privacy/withdrawals", body).expecting(200);
    assertThat(visitors.recorded(position)).as("repeated").hasSize(1);
    assertThat(
            theatre
                .buyer()
                .post("/privacy/withdrawals", "{\"token\":\"%sx\"}".formatted(token))
                .outcome())
        .isEqualTo("404 NOT_FOUND");
  }

  @Test
  void whatIsPutRightIsReadFromThenOn_andWhatItWasIsDestroyed() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    String subject = visitors.subject(EMAIL);

    visitors
        .officer()
        .patch(
            visitors.path("/subjects/" + subject), "{\"values\":{\"email\":\"right@example.org\"}}")
        .expecting(204);

    Answer export = visitors.export(subject).expecting(200);
    assertThat(export.body()).contains("right@example.org").doesNotContain(EMAIL);
    assertThat(visitors.kept()).isEqualTo(2);
    assertThat(visitors.search(EMAIL).json().at("/items")).isEmpty();
    assertThat(visitors.subject("right@example.org")).isEqualTo(subject);
    assertThat(
            visitors
                .officer()
                .patch(visitors.path("/subjects/" + subject), "{\"values\":{\"name\":\"A Name\"}}")
                .outcome())
        .isEqualTo("409 NEVER_CAPTURED");
    Answer half =
        visitors
            .officer()
            .patch(
                visitors.path("/subjects/" + subject),
                "{\"values\":{\"email\":\"half@example.org\",\"telephone\":\"0450000000\"}}");
    assertThat(half.outcome()).isEqualTo("409 NEVER_CAPTURED");
    assertThat(half.text("/detail")).contains("telephone").doesNotContain("0450000000");
    assertThat(visitors.export(subject).expecting(200).body()).contains("right@example.org");
  }

  @Test
  void whoIsErasedIsUnreadable_andWhatALawKeepsStaysByName() {
    String more =
        ",\"buyer\":{\"email\":\"%s\",\"name\":\"Marked Name\"},\"captures\":{\"email\":{\"purpose\":\"ticket-delivery\",\"notice\":\"%s\"},\"name\":{\"purpose\":\"accounting\",\"notice\":\"%s\"}}"
            .formatted(EMAIL, visitors.notice("ticket-delivery"), visitors.notice("accounting"));
    Answer order = visitors.order("ORCH-A-1", more).expecting(201);
    String subject = visitors.subject(EMAIL);
    String erasure = visitors.path("/subjects/" + subject + "/erasure");
    assertThat(
            visitors
                .officer()
                .post(erasure, "{\"purposes\":[\"accounting\"],\"reasonCode\":\"REQUEST\"}")
                .outcome())
        .isEqualTo("409 KEPT_BY_LAW");

    Answer certificate =
        visitors.officer().post(erasure, "{\"reasonCode\":\"REQUEST\"}").expecting(200);

    assertThat(certificate.json().at("/keys")).hasSize(1);
    assertThat(certificate.text("/keys/0/purpose")).isEqualTo("ticket-delivery");
    assertThat(certificate.text("/kept/0/purpose")).isEqualTo("accounting");
    assertThat(certificate.text("/kept/0/duty")).isEqualTo("LEGAL_OBLIGATION");
    assertThat(LocalDate.parse(certificate.text("/inBackupsUntil")))
        .isAfter(LocalDate.ofInstant(service.clock().instant(), ZoneOffset.UTC));
    assertThat(
            service
                .log()
                .read(certificate.json().at("/position").asLong() - 1, 1)
                .getFirst()
                .envelope()
                .payload())
        .isInstanceOf(PersonalDataErased.class);
    assertThat(visitors.kept()).isEqualTo(1);
    JsonNode export = visitors.export(subject).expecting(200).json();
    assertThat(export.at("/values")).hasSize(1);
    assertThat(export.at("/values/0/value").asString()).isEqualTo("Marked Name");
    assertThat(export.at("/erased/0/reason").asString()).isEqualTo("REQUEST");
    assertThat(visitors.search(EMAIL).json().at("/items")).isEmpty();
    assertThat(theatre.look(order).expecting(200).json().at("/totalMinor").asInt())
        .isEqualTo(2_500);

    Answer again = visitors.officer().post(erasure, "{\"reasonCode\":\"REQUEST\"}").expecting(200);
    assertThat(again.json().at("/position")).isEqualTo(certificate.json().at("/position"));
  }

  /** Whatever is named, the duty to keep is the same; what only the system finds is no reason. */
  @Test
  void noReasonErasesWhatALawKeeps_andTheSystemsOwnReasonsAreNobodyElses() {
    String more =
        ",\"buyer\":{\"name\":\"Marked Name\"},\"captures\":{\"name\":{\"purpose\":\"accounting\",\"notice\":\"%s\"}}"
            .formatted(visitors.notice("accounting"));
    visitors.order("ORCH-A-1", more).expecting(201);
    String erasure = visitors.path("/subjects/" + named("Marked Name") + "/erasure");
    long position = visitors.position();

    for (ErasureReason reason : ErasureReason.values()) {
      Answer answer = visitors.officer().post(erasure, "{\"reasonCode\":\"%s\"}".formatted(reason));
      if (reason.isAsked()) {
        assertThat(answer.expecting(200).text("/kept/0/purpose"))
            .as("%s", reason)
            .isEqualTo("accounting");
      } else {
        assertThat(answer.outcome()).as("%s", reason).isEqualTo("400 INVALID_REQUEST");
        assertThat(answer.text("/violations/0/field")).isEqualTo("reasonCode");
        assertThat(answer.text("/detail")).contains("REQUEST").contains(reason.name());
      }
    }
    assertThat(visitors.recorded(position)).isEmpty();
    assertThat(visitors.kept()).isEqualTo(1);
  }

  private String named(String name) {
    return visitors
        .officer()
        .with("Disclosure-Reason", "ACCESS_REQUEST")
        .post(visitors.path("/subjects/search"), "{\"name\":\"%s\"}".formatted(name))
        .expecting(200)
        .text("/items/0/subjectId");
  }

  /** Whoever joins two of whom one was erased before certifies what was erased last. */
  @Test
  void aCertificateOfSeveralIsOfTheNewestErasure_andSaysWhyOfEachKey() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    visitors.order("ORCH-A-2", visitors.delivered("again@example.org", "")).expecting(201);
    String one = visitors.subject(EMAIL);
    String two = visitors.subject("again@example.org");
    Answer before = erase(two, "NO_LONGER_NEEDED");
    visitors
        .officer()
        .post(
            visitors.path("/subjects/merge"),
            "{\"into\":\"%s\",\"subjectIds\":[\"%s\"]}".formatted(one, two))
        .expecting(200);

    Answer certificate = erase(one, "REQUEST");

    assertThat(certificate.json().at("/position").asLong())
        .isGreaterThan(before.json().at("/position").asLong());
    assertThat(certificate.text("/reasonCode")).isEqualTo("REQUEST");
    JsonNode keys = certificate.json().at("/keys");
    assertThat(keys).hasSize(2);
    assertThat(keys.at("/0/reasonCode").asString()).isEqualTo("REQUEST");
    assertThat(keys.at("/1/reasonCode").asString()).isEqualTo("NO_LONGER_NEEDED");
    assertThat(keys.at("/1/at").asString()).isEqualTo(before.text("/at"));
    assertThat(erase(one, "OBJECTION").body()).as("repeated").isEqualTo(certificate.body());
  }

  private Answer erase(String subject, String reason) {
    return visitors
        .officer()
        .post(
            visitors.path("/subjects/" + subject + "/erasure"),
            "{\"reasonCode\":\"%s\"}".formatted(reason))
        .expecting(200);
  }

  @Test
  void aValueThatWasMovedIsAnError_andNeverToldAsErased() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    String subject = visitors.subject(EMAIL);
    JdbcClient vault = visitors.vault();
    vault
        .sql(
            """
            update vault.value v set ciphertext = other.ciphertext
            from vault.value other, vault.data_key k, vault.data_key o
            where k.key_id = v.key_id and o.key_id = other.key_id and k.key_id <> o.key_id
              and k.subject_id = cast(? as uuid) and o.subject_id = k.subject_id
            """)
        .param(subject)
        .update();

    Answer export = visitors.export(subject);

    assertThat(export.outcome()).isEqualTo("500 INTERNAL_ERROR");
    assertThat(export.body()).doesNotContain(EMAIL);
  }

  @Test
  void whileTheVaultIsAwayNothingIsErased_andItIsTriedAgain() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String subject = visitors.subject(EMAIL);
    JdbcClient owner = JdbcClient.create(service.database().as(DatabaseRoles.OWNER));
    long position = visitors.position();
    owner.sql("revoke select on vault.mark_key from counterfoil_vault").update();
    try {
      Answer refused =
          visitors
              .officer()
              .post(
                  visitors.path("/subjects/" + subject + "/erasure"),
                  "{\"reasonCode\":\"REQUEST\"}");
      assertThat(refused.outcome()).isEqualTo("503 VAULT_UNAVAILABLE");
      assertThat(refused.header("Retry-After")).isNotEmpty();
      assertThat(visitors.recorded(position)).isEmpty();
    } finally {
      owner.sql("grant select on vault.mark_key to counterfoil_vault").update();
    }
    assertThat(visitors.export(subject).expecting(200).body()).contains(EMAIL);
  }

  @Test
  void anObjectionToMarketingLeavesAMarkOfTheAddress_andALawIsNotObjectedTo() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, consents())).expecting(201);
    String objections = visitors.path("/subjects/" + visitors.subject(EMAIL) + "/objections");
    long position = visitors.position();

    visitors.officer().post(objections, "{\"purpose\":\"newsletter\"}").expecting(204);

    assertThat(visitors.recorded(position)).containsExactly("ConsentWithdrawn", "ObjectionMade");
    assertThat(suppressed()).isEqualTo(1);
    assertThat(visitors.officer().post(objections, "{\"purpose\":\"ticket-delivery\"}").outcome())
        .isEqualTo("409 NOT_OPEN_TO_OBJECTION");
    assertThat(suppressed()).isEqualTo(1);
  }

  private int suppressed() {
    return visitors
        .vault()
        .sql("select count(*) from vault.said_no where organisation_id = cast(? as uuid)")
        .param(theatre.organisation)
        .query(Integer.class)
        .single();
  }

  @Test
  void whatIsRestrictedIsKeptUntilThatIsLifted() {
    visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    String person = visitors.path("/subjects/" + visitors.subject(EMAIL));
    visitors
        .officer()
        .post(person + "/restrictions", "{\"reasonCode\":\"NEEDED_FOR_CLAIMS\"}")
        .expecting(204);

    assertThat(
            visitors
                .officer()
                .post(person + "/erasure", "{\"reasonCode\":\"OBJECTION\"}")
                .outcome())
        .isEqualTo("409 PROCESSING_RESTRICTED");
    visitors.officer().delete(person + "/restrictions/NEEDED_FOR_CLAIMS").expecting(204);
    visitors.officer().post(person + "/erasure", "{\"reasonCode\":\"OBJECTION\"}").expecting(200);
    assertThat(visitors.officer().delete(person + "/restrictions/WHIM").outcome())
        .isEqualTo("400 INVALID_REQUEST");
  }
}
