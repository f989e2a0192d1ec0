package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The register of processing: purposes, notices, and what is built in. */
@ExtendWith(SharedService.class)
class RegisterTest {

  private final Theatre theatre;
  private final Api officer;
  private final String path;

  RegisterTest(RunningService service) {
    this.theatre = Theatre.in(service);
    this.officer = Api.of(service).as(theatre.token("DPO"));
    this.path = "/privacy/" + theatre.organisation;
  }

  private Answer declare(String key, String fields, String more) {
    return officer.post(
        path + "/purposes",
        """
        {"key":"%s","name":"Envoi","dpvPurpose":"CustomerOrderManagement","lawfulBasis":"A6-1-b",
         "fields":[%s],"retention":{"startsAt":"PERFORMANCE_END","period":"P6M"}%s}
        """
            .formatted(key, fields, more));
  }

  private Answer publish(String purpose, String text) {
    return officer.post(
        path + "/notices",
        "{\"purpose\":\"%s\",\"language\":\"fr\",\"text\":\"%s\"}".formatted(purpose, text));
  }

  private JsonNode shown(String query) {
    return theatre.buyer().get(path + "/notices" + query).expecting(200).json().at("/items");
  }

  @Test
  void aPurposeIsDeclaredAnew_andItsOldNoticesAreNoLongerShown() {
    assertThat(declare("seats", "\"EMAIL\"", "").expecting(201).json().at("/version").asInt())
        .isEqualTo(1);
    assertThat(declare("seats", "\"EMAIL\"", "").expecting(201).json().at("/version").asInt())
        .as("repeated")
        .isEqualTo(1);
    publish("seats", "Pour vous écrire.").expecting(201);
    assertThat(shown("").at("/0/notices")).hasSize(1);

    assertThat(
            declare("seats", "\"EMAIL\",\"NAME\"", "").expecting(201).json().at("/version").asInt())
        .isEqualTo(2);

    assertThat(shown("").at("/0/notices")).isEmpty();
    assertThat(shown("").at("/0/fields").toString()).isEqualTo("[\"email\",\"name\"]");
  }

  @Test
  void aNoticeIsKeptToTheByte_underItsHash() throws Exception {
    declare("seats", "\"EMAIL\"", "").expecting(201);
    String text = "Une ligne, 12 €.\nEt une autre — œuvre.";

    Answer published = publish("seats", text.replace("\n", "\\n")).expecting(201);

    byte[] hash =
        MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    assertThat(published.text("/sha256")).isEqualTo(HexFormat.of().formatHex(hash));
    assertThat(shown("?language=fr").at("/0/notices/0/text").asString()).isEqualTo(text);
    assertThat(shown("?language=fr").at("/0/notices/0/noticeVersionId").asString())
        .isEqualTo(published.text("/noticeVersionId"));
    assertThat(shown("?language=en").at("/0/notices")).isEmpty();
    assertThat(publish("seats", " ").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(publish("nothing", "Texte").outcome()).isEqualTo("404 UNKNOWN_PURPOSE");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | ''                     | 400 PURPOSE_WITHOUT_FIELDS
          "EMAIL","EMAIL"   | ''                     | 400 FIELD_REPEATED
          "ACCESS_NEEDS"    | ''                     | 400 CONDITION_MISSING
          "ACCESS_NEEDS"    | ,"specialCategoryCondition":"A9-2-a","required":true | 400 CONSENT_NOT_FREE
          "SHOE_SIZE"       | ''                     | 400 INVALID_REQUEST
          "EMAIL"           | ,"recipients":["a@b.example"] | 400 INVALID_REQUEST
          """)
  void whatMakesNoPurposeIsRefused(String fields, String more, String outcome) {
    assertThat(declare("seats", fields, more).outcome()).isEqualTo(outcome);
    assertThat(shown("")).isEmpty();
  }

  /** Art. 13: who asks and how it is reached, its officer, who else, and what may be asked for. */
  @Test
  void aBuiltInNoticeSaysHowTheControllerAndItsOfficerAreReached_asItWasThen() {
    Answer without =
        officer.post(path + "/defaults", "{\"purposes\":[\"changes\"]}").expecting(200);
    assertThat(without.json().at("/missing").toString()).isEqualTo("[\"contact\",\"dpoContact\"]");
    describe("dpo@theatre.example");

    Answer adopted = officer.post(path + "/defaults", "{}").expecting(200);

    assertThat(adopted.json().at("/missing")).isEmpty();
    String newsletter = text("newsletter", "fr");
    assertThat(newsletter)
        .contains("4 quai du Lac, 74200 Thonon-les-Bains", "contact@theatre.example")
        .contains("Délégué à la protection des données : dpo@theatre.example")
        .contains("Courrier SA (US, clauses contractuelles types)")
        .contains("leur portabilité", "(CNIL), www.cnil.fr", "après votre décès")
        .contains("sans donner de raison")
        .doesNotContain("à personne d’autre");
    assertThat(text("fraud-prevention", "en"))
        .contains("That interest is to find", "on grounds of your own situation")
        .doesNotContain("hand them over");
    assertThat(text("accounting", "fr"))
        .contains("La loi demande ces données.")
        .doesNotContain("effacement", "portabilité");
    assertThat(text("changes", "fr")).as("published before").doesNotContain("contact@");

    describe("privacy@theatre.example");
    officer.post(path + "/defaults", "{}").expecting(200);
    assertThat(text("newsletter", "fr")).as("never changes").isEqualTo(newsletter);
  }

  private void describe(String officerContact) {
    officer
        .put(
            path + "/controller",
            """
            {"address":"4 quai du Lac, 74200 Thonon-les-Bains","contact":"contact@theatre.example",
             "dpoContact":"%s","transfers":[
               {"recipient":"Courrier SA","country":"US","safeguard":"STANDARD_CLAUSES"}]}
            """
                .formatted(officerContact))
        .expecting(204);
  }

  private String text(String purpose, String language) {
    for (JsonNode item : shown("?language=" + language)) {
      if (item.at("/key").asString().equals(purpose)) {
        return item.at("/notices/0/text").asString();
      }
    }
    throw new AssertionError("Expected a notice of " + purpose);
  }

  @Test
  void whatIsBuiltInIsAdoptedOnce_withTextsInBothLanguages() {
    declare("newsletter", "\"NAME\"", "").expecting(201);

    Answer adopted = officer.post(path + "/defaults", "{}").expecting(200);

    assertThat(adopted.json().at("/purposes")).hasSize(10);
    JsonNode items = shown("");
    assertThat(items).hasSize(11);
    for (JsonNode item : items) {
      boolean isOwn = item.at("/key").asString().equals("newsletter");
      assertThat(item.at("/notices")).as(item.at("/key").asString()).hasSize(isOwn ? 0 : 2);
      for (JsonNode notice : item.at("/notices")) {
        assertThat(notice.at("/text").asString())
            .contains("Scènes SCIC")
            .doesNotContain("{", "}")
            .containsPattern("6, paragraphe 1|Art. 6\\(1\\)");
      }
    }
    assertThat(officer.post(path + "/defaults", "{}").expecting(200).json().at("/purposes"))
        .isEmpty();
  }

  @Test
  void aPublicBodyRestsOnItsTask_andOnlyWhatIsNamedIsAdopted() {
    officer
        .post(
            path + "/defaults",
            "{\"purposes\":[\"fraud-prevention\"],\"publicBody\":true,\"language\":\"en\"}")
        .expecting(200);

    assertThat(shown("")).hasSize(1);
    assertThat(shown("").at("/0/lawfulBasis").asString()).isEqualTo("A6-1-e");
    assertThat(shown("").at("/0/name").asString()).isEqualTo("Preventing fraud");
    assertThat(officer.post(path + "/defaults", "{\"purposes\":[\"x\"]}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
  }
}
