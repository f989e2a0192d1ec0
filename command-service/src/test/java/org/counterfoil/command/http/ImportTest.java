package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataImported;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.vault.ImportedLines.Turn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * People and consents that were kept elsewhere are brought in: what has proof, once, and no more.
 */
@ExtendWith(SharedService.class)
class ImportTest {

  private static final PurposeKey NEWSLETTER = new PurposeKey("newsletter");
  private static final String HEAD = "Client,E-mail,Nom,Lettre,Lettre le,Lettre par\n";
  private static final String ANNA =
      "C-1,Anna.Marked@example.org,Anna Marked,oui,2024-01-31,WEB-FORM\n";
  private static final String BERT = "C-2,bert.marked@example.org,Bert Marked,non,,\n";

  private final RunningService service;
  private final Theatre theatre;
  private final Visitors visitors;
  private final long before;

  ImportTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    this.before = visitors.position();
  }

  private String mapping() {
    return mapping(
        """
        "at":"Lettre le","source":"Lettre par","sources":{"WEB-FORM":"WEB-FORM","WEB":"WEB",
        "LINK":"LINK","COUNTER":"COUNTER"},"notice":"%s"
        """
            .formatted(visitors.notice("newsletter")));
  }

  private String mapping(String consent) {
    return """
        {"source":"OLD-BOX-OFFICE","exportedAt":"2025-06-30T06:00:00Z","reference":"Client",
         "fields":{"email":"E-mail","name":"Nom"},
         "captures":{"email":[{"purpose":"changes","notice":"%s"}],
                     "name":[{"purpose":"accounting","notice":"%s"}]},
         "consents":[{"purpose":"newsletter","answer":"Lettre"%s}]}
        """
        .formatted(
            visitors.notice("changes"),
            visitors.notice("accounting"),
            consent.isBlank() ? "" : "," + consent);
  }

  private Answer bring(String query, String mapping, byte[] file, String contentType) {
    return visitors
        .officer()
        .with("Import-Mapping", mapping.replace("\n", " "))
        .with("Content-Type", contentType)
        .stream("POST", visitors.path("/imports" + query), BodyPublishers.ofByteArray(file));
  }

  private Answer dryRun(String file) {
    return bring("", mapping(), file.getBytes(UTF_8), "text/csv");
  }

  private Answer bring(String file) {
    return bring("?dryRun=false", mapping(), file.getBytes(UTF_8), "text/csv");
  }

  private static int number(Answer report, String pointer) {
    return report.json().at(pointer).asInt();
  }

  private static List<String> faults(Answer report) {
    List<String> faults = new ArrayList<>();
    for (JsonNode fault : report.expecting(200).json().at("/faults")) {
      faults.add(
          fault.at("/line").asInt()
              + " "
              + fault.at("/column").asString("")
              + " "
              + fault.at("/code").asString());
    }
    return faults;
  }

  private <E extends SubjectEvent> List<E> recorded(Class<E> type) {
    return visitors.told(before).stream().filter(type::isInstance).map(type::cast).toList();
  }

  @Test
  void aDryRunTellsWhatWouldBe_andWritesNothing() {
    Answer report = dryRun(HEAD + ANNA + BERT).expecting(200);

    assertThat(report.json().at("/dryRun").asBoolean()).isTrue();
    assertThat(number(report, "/lines")).isEqualTo(2);
    assertThat(number(report, "/newPeople")).isEqualTo(2);
    assertThat(number(report, "/captures/changes")).isEqualTo(2);
    assertThat(number(report, "/captures/accounting")).isEqualTo(2);
    assertThat(number(report, "/captures/newsletter")).isEqualTo(1);
    assertThat(number(report, "/consents/0/given")).isEqualTo(1);
    assertThat(number(report, "/consents/0/refused")).isEqualTo(1);
    assertThat(report.body()).doesNotContainIgnoringCase("marked");
    assertThat(visitors.position()).as("nothing was recorded").isEqualTo(before);
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void whatIsBroughtIsKeptWithItsOrigin_andIsInTheVaultAlone() {
    Answer report =
        bring(HEAD + ANNA.replace("C-1", "MARKED-1") + BERT.replace("C-2", "MARKED-2"))
            .expecting(200);

    assertThat(report.json().at("/dryRun").asBoolean()).isFalse();
    assertThat(number(report, "/newPeople")).isEqualTo(2);
    assertThat(recorded(PersonalDataCaptured.class))
        .hasSize(5)
        .allSatisfy(told -> assertThat(told.door()).isEqualTo(CaptureDoor.IMPORT));
    assertThat(recorded(ConsentGiven.class))
        .singleElement()
        .satisfies(
            given -> {
              assertThat(given.at()).isEqualTo(Instant.parse("2024-01-30T23:00:00Z"));
              assertThat(given.noticeVersionId().toString())
                  .isEqualTo(visitors.notice("newsletter"));
            });
    assertThat(recorded(PersonalDataImported.class))
        .hasSize(2)
        .allSatisfy(
            origin -> {
              assertThat(origin.source().value()).isEqualTo("OLD-BOX-OFFICE");
              assertThat(origin.exportedAt()).isEqualTo(Instant.parse("2025-06-30T06:00:00Z"));
              assertThat(origin.importId().toString()).isEqualTo(report.text("/importId"));
              assertThat(origin.captures()).isNotEmpty();
            })
        .first()
        .satisfies(
            origin ->
                assertThat(origin.consents().getFirst().source().value()).isEqualTo("WEB-FORM"));
    assertThat(visitors.events(before))
        .filteredOn(PeopleImported.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            PeopleImported.class, ended -> assertThat(ended.figures().newPeople()).isEqualTo(2));
    assertThat(visitors.kept()).isEqualTo(5);
    Answer export = visitors.export(visitors.subject("anna.marked@example.org")).expecting(200);
    assertThat(export.body()).contains("Anna Marked");
    assertThat(export.text("/values/0/source")).isEqualTo("OLD-BOX-OFFICE");
    assertThat(export.text("/consents/0/source")).isEqualTo("WEB-FORM");
    assertThat(log()).doesNotContain("marked");
    assertThat(report.body()).doesNotContainIgnoringCase("marked");
  }

  private String log() {
    return String.join(
            "\n",
            JdbcClient.create(service.database().as(DatabaseRoles.WRITER))
                .sql("select convert_from(entry, 'UTF8') from log.event where position > ?")
                .param(before)
                .query(String.class)
                .list())
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void theSameFileMakesNobodyTwice_andALaterOneAddsWhatIsNew() {
    String silent = BERT.replace("non", "");
    bring(HEAD + ANNA + silent).expecting(200);
    long position = visitors.position();

    Answer again = bring(HEAD + ANNA + silent).expecting(200);

    assertThat(number(again, "/newPeople")).isZero();
    assertThat(number(again, "/knownPeople")).isEqualTo(2);
    assertThat(number(again, "/unchangedPeople")).isEqualTo(2);
    assertThat(visitors.told(position)).as("nothing new of anybody").isEmpty();
    assertThat(visitors.kept()).isEqualTo(5);

    String yes = "C-2,bert.marked@example.org,Bert Marked,oui,2025-01-31,COUNTER\n";
    Answer later = bring(HEAD + ANNA + yes).expecting(200);
    assertThat(number(later, "/newPeople")).isZero();
    assertThat(number(later, "/unchangedPeople")).isEqualTo(1);
    assertThat(visitors.recorded(position))
        .containsExactly("PersonalDataCaptured", "ConsentGiven", "PersonalDataImported");
    assertThat(visitors.kept()).isEqualTo(6);
  }

  /** A nightly file is exported anew each night, and says of each no no more than that. */
  @Test
  void aNoWithoutATimeIsRecordedOnce_howeverManyFilesSayIt() {
    String night = "2025-06-30T06:00:00Z";
    bring(HEAD + ANNA + BERT).expecting(200);
    long position = visitors.position();

    for (String later : List.of("2025-07-01T06:00:00Z", "2025-07-02T06:00:00Z")) {
      bring(
              "?dryRun=false",
              mapping().replace(night, later),
              (HEAD + ANNA + BERT).getBytes(UTF_8),
              "text/csv")
          .expecting(200);
    }
    assertThat(visitors.told(position)).isEmpty();

    bring(
            "?dryRun=false",
            mapping().replace(night, "2025-07-03T06:00:00Z"),
            (HEAD + ANNA.replace("oui,2024-01-31,WEB-FORM", "non,,")).getBytes(UTF_8),
            "text/csv")
        .expecting(200);
    assertThat(visitors.recorded(position)).as("of who had agreed").contains("ConsentRefused");
  }

  @Test
  void withoutTheirMarksEverybodyWouldBeThereTwice() {
    bring(HEAD + ANNA + BERT).expecting(200);
    JdbcClient.create(service.database().as(DatabaseRoles.OWNER))
        .sql("delete from vault.imported_line where organisation_id = cast(? as uuid)")
        .param(theatre.organisation)
        .update();

    assertThat(number(bring(HEAD + ANNA + BERT).expecting(200), "/newPeople")).isEqualTo(2);
  }

  @Test
  void anotherOrganisationsFileOfTheSamePeopleIsItsOwn() {
    bring(HEAD + ANNA).expecting(200);
    ImportTest other = new ImportTest(service);

    Answer report = other.bring(HEAD + ANNA).expecting(200);

    assertThat(number(report, "/newPeople")).isEqualTo(1);
    assertThat(other.recorded(PersonalDataImported.class).getFirst().subjectId())
        .isNotEqualTo(recorded(PersonalDataImported.class).getFirst().subjectId());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'C-1,no address,N,,,'                              | 2 E-mail INVALID_EMAIL
          'C-1,a@b.example,N,peut-être,,'                    | 2 Lettre INVALID_ANSWER
          'C-1,a@b.example,N,oui,31/01/2024,WEB'             | 2 Lettre le INVALID_TIME
          'C-1,a@b.example,N,oui,2024-02-30,WEB'             | 2 Lettre le INVALID_TIME
          'C-1,a@b.example,N,oui,1970-01-01,WEB'             | 2 Lettre le INVALID_TIME
          'C-1,a@b.example,N,oui,2025-07-01,WEB'             | 2 Lettre le TIME_AFTER_EXPORT
          'C-1,a@b.example,N,oui,2999-01-01,WEB'             | 2 Lettre le TIME_AFTER_EXPORT
          ',a@b.example,N,,,'                                | 2 Client NOBODY_NAMED
          'C-1,,,,,'                                         | 2  NOTHING_TOLD
          'C-1,a@b.example,N,,'                              | 2  COLUMNS_DIFFER
          'C-1,a@b.example,N,,,,'                            | 2  COLUMNS_DIFFER
          'C-1,a@b.example,"N\nM",,,'                        | 2 Nom INVALID_VALUE
          'C-1,a@b.example,"N\nM",oui,nie,'                  | 2 Nom INVALID_VALUE;2 Lettre le INVALID_TIME
          'C-1,a@b.example,N,,,\nC-1,c@b.example,N,,,'       | 3  DIFFERS_FROM_EARLIER_LINE
          'C-1,a@b.example,"N",,,\n\nC-2,nobody,N,,,'        | 4 E-mail INVALID_EMAIL
          """)
  void aLineWithAFaultIsToldByLineColumnAndCode_andTheOthersAreTaken(String lines, String faults) {
    String file = HEAD + lines.replace("\\n", "\n") + "\nC-9,fine@example.org,,,,\n";

    Answer dry = dryRun(file);
    Answer report = bring(file);

    assertThat(String.join(";", faults(dry))).isEqualTo(faults);
    assertThat(String.join(";", faults(report))).isEqualTo(faults);
    assertThat(number(report, "/faultyLines")).isEqualTo(1);
    assertThat(visitors.subject("fine@example.org")).isNotEmpty();
    assertThat(report.body()).doesNotContain("a@b.example", "no address", "peut-être", "nie");
    assertThat(
            bring("?dryRun=false&onError=REFUSE", mapping(), file.getBytes(UTF_8), "text/csv")
                .outcome())
        .isEqualTo("409 IMPORT_FAULTY");
  }

  @Test
  void aFileThatIsToBeWholeIsRefusedWithItsFaults_andNothingIsWritten() {
    Answer refused =
        bring(
            "?dryRun=false&onError=REFUSE",
            mapping(),
            (HEAD + ANNA + "C-2,nobody,B,,,\n").getBytes(UTF_8),
            "text/csv");

    assertThat(refused.outcome()).isEqualTo("409 IMPORT_FAULTY");
    assertThat(refused.text("/violations/0/field")).isEqualTo("line 3, E-mail");
    assertThat(refused.text("/violations/0/message")).isEqualTo("INVALID_EMAIL");
    assertThat(visitors.asked(before)).isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"UTF-8,','", "UTF-8,;", "windows-1252,;", "ISO-8859-1,'\t'"})
  void filesAreReadAsSpreadsheetsWriteThem(String charset, String delimiter) {
    String file =
        """
        "Client","E-mail","Nom","Lettre","Lettre le","Lettre par"\r
        C-1,zoe@example.org,"Zoé ""Z"" Élan",oui,2024-01-31T10:00:00+01:00,WEB\r
        """;
    byte[] bytes = file.replace(",", delimiter).getBytes(Charset.forName(charset));

    bring("?dryRun=false", mapping(), bytes, "text/csv; charset=" + charset).expecting(200);

    assertThat(visitors.export(visitors.subject("zoe@example.org")).json().at("/values").toString())
        .contains("Zoé \\\"Z\\\" Élan");
  }

  @Test
  void aByteOrderMarkIsNoPartOfAColumnsName_andWrongBytesNameTheirLine() {
    assertThat(number(dryRun('\uFEFF' + HEAD + ANNA).expecting(200), "/newPeople")).isEqualTo(1);

    byte[] latin = (HEAD + ANNA + "C-3,zoe@example.org,Zoé,,,\n").getBytes(ISO_8859_1);
    Answer refused = bring("", mapping(), latin, "text/csv");
    assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refused.body()).contains("line 3").doesNotContain("zoe@", "Zo");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                                  | (body)
          'Client,E-mail,Nom,Lettre,Lettre le\nC-1,,,,'       | Import-Mapping.consents[0].source
          'Client,E-mail,Nom,Nom,Lettre,Lettre le,Lettre par' | Import-Mapping.fields.name
          'Client,E-mail,Nom,Lettre,Lettre le,Lettre par\nC-1,"open,x,x,x,x' | (body)
          """)
  void aFileThatIsNoneIsRefusedByName(String file, String field) {
    Answer refused = dryRun(file.replace("\\n", "\n"));

    assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refused.text("/violations/0/field")).isEqualTo(field);
    assertThat(refused.body()).doesNotContain("open");
  }

  @Test
  void aMappingThatNothingDeclaresIsRefusedBeforeALineIsRead() {
    String undeclared = mapping().replace("\"changes\"", "\"birthdays\"");
    assertThat(bring("", undeclared, ANNA.getBytes(UTF_8), "text/csv").outcome())
        .isEqualTo("409 PURPOSE_NOT_DECLARED");
    String needless =
        mapping().replace("\"name\":\"Nom\"", "\"name\":\"Nom\",\"telephone\":\"Tel\"");
    Answer refused = bring("", needless, ANNA.getBytes(UTF_8), "text/csv");
    assertThat(refused.outcome()).isEqualTo("400 PERSONAL_DATA_NOT_TAKEN");
    assertThat(refused.text("/violations/0/field")).isEqualTo("Import-Mapping.fields.telephone");
    String other = mapping().replace(visitors.notice("changes"), visitors.notice("claims"));
    assertThat(bring("", other, ANNA.getBytes(UTF_8), "text/csv").outcome())
        .isEqualTo("409 NOTICE_OF_ANOTHER_PURPOSE");
    assertThat(bring("", "{", ANNA.getBytes(UTF_8), "text/csv").status()).isEqualTo(400);
    assertThat(bring("", mapping(), ANNA.getBytes(UTF_8), "application/json").status())
        .isEqualTo(415);
    String future = mapping().replace("2025-06-30T06", "2199-06-30T06");
    assertThat(bring("", future, ANNA.getBytes(UTF_8), "text/csv").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(visitors.asked(before)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NO_TEXT   | "at":"Lettre le","source":"Lettre par"                 | oui,2024-01-31,WEB
          UNKNOWN_TEXT | "at":"Lettre le","source":"Lettre par","text":"Nom","texts":{"V1":"$"} | oui,2024-01-31,WEB
          NO_TIME   | "at":"Lettre le","source":"Lettre par","notice":"$"    | oui,,WEB
          NO_TIME   | "source":"Lettre par","notice":"$"                     | oui,2024-01-31,WEB
          NO_SOURCE | "at":"Lettre le","source":"Lettre par","notice":"$"    | oui,2024-01-31,
          UNKNOWN_SOURCE | "at":"Lettre le","source":"Lettre par","notice":"$" | oui,2024-01-31,WEB
          UNKNOWN_SOURCE | "at":"Lettre le","source":"Lettre par","sources":{"WEB":"WEB"},"notice":"$" | oui,2024-01-31,0612345678
          NO_SOURCE | "at":"Lettre le","notice":"$"                          | oui,2024-01-31,WEB
          -         | "at":"Lettre le","source":"Lettre par","sources":{"WEB":"WEB"},"notice":"$" | oui,2024-01-31,WEB
          -         | "at":"Lettre le","sourceCode":"WEB","notice":"$"       | oui,2024-01-31,
          -         | "at":"Lettre le","source":"Lettre par","sources":{"notre site":"WEB"},"text":"Nom","texts":{"N":"$"} | oui,2024-01-31,notre site
          """)
  void aYesWithoutTextTimeOrSourceCountsAsNotGiven(String reason, String consent, String answer) {
    String mapping = mapping(consent.replace("$", visitors.notice("newsletter")));
    byte[] file = (HEAD + "C-1,a@b.example,N," + answer + "\n").getBytes(UTF_8);

    Answer report = bring("?dryRun=false", mapping, file, "text/csv").expecting(200);

    boolean isCounted = reason.equals("-");
    assertThat(number(report, "/consents/0/given")).isEqualTo(isCounted ? 1 : 0);
    assertThat(number(report, "/consents/0/notCounted/" + reason)).isEqualTo(isCounted ? 0 : 1);
    assertThat(recorded(ConsentGiven.class)).hasSize(isCounted ? 1 : 0);
    assertThat(recorded(PersonalDataCaptured.class))
        .extracting(told -> told.purpose().value())
        .hasSize(isCounted ? 3 : 2)
        .contains("changes", "accounting");
  }

  @Test
  void aHistoryOfConsentsIsOnePersons_andHoldsAsOfAnyDay() {
    String file =
        HEAD
            + "C-1,a@b.example,,oui,2025-01-01,WEB-FORM\n"
            + "C-1,a@b.example,,non,2025-03-01,LINK\n"
            + "C-1,a@b.example,,oui,2025-06-01,COUNTER\n"
            + "C-1,a@b.example,,oui,2025-06-01,COUNTER\n";

    Answer report = bring(file).expecting(200);

    assertThat(number(report, "/newPeople")).isEqualTo(1);
    assertThat(number(report, "/repeatedLines")).isEqualTo(1);
    DataSubject somebody = new DataSubject();
    visitors.told(before).forEach(event -> new SubjectDecider().evolve(somebody, event));
    assertThat(somebody.hasConsented(NEWSLETTER, Instant.parse("2025-02-15T12:00:00Z"))).isTrue();
    assertThat(somebody.hasConsented(NEWSLETTER, Instant.parse("2025-04-01T12:00:00Z"))).isFalse();
    assertThat(somebody.hasConsented(NEWSLETTER, Instant.parse("2025-07-01T12:00:00Z"))).isTrue();
    assertThat(somebody.hasConsented(NEWSLETTER, Instant.parse("2024-12-31T12:00:00Z"))).isFalse();
    long position = visitors.position();
    bring(file).expecting(200);
    assertThat(visitors.told(position)).isEmpty();
  }

  @Test
  void whoLastSaidNoIsNotTakenForIt_andANoTakesBackWhatIsInForce() {
    String file =
        HEAD + "C-1,a@b.example,,oui,2025-01-01,WEB-FORM\n" + "C-1,a@b.example,,non,2025-03-01,\n";
    Answer report = bring(file).expecting(200);
    assertThat(number(report, "/captures/newsletter")).isZero();
    assertThat(recorded(PersonalDataCaptured.class))
        .extracting(told -> told.purpose().value())
        .containsExactly("changes");

    bring(HEAD + "C-2,c@b.example,,oui,2025-01-01,WEB-FORM\n").expecting(200);
    long position = visitors.position();
    String unproven = mapping("\"at\":\"Lettre le\"");
    bring(
            "?dryRun=false",
            unproven,
            (HEAD + "C-2,c@b.example,,non,,\n").getBytes(UTF_8),
            "text/csv")
        .expecting(200);
    assertThat(visitors.recorded(position))
        .containsExactly("ConsentWithdrawn", "PersonalDataImported");
  }

  /** Days alone are beginnings of days: both are of one moment, in each file of each night. */
  @ParameterizedTest
  @CsvSource({"oui,non", "non,oui"})
  void ofAYesAndANoOfOneDayTheNoCounts_howeverOftenTheFileComes(String first, String second) {
    bring(HEAD + "C-1,a@b.example,,oui,2025-01-01,WEB-FORM\n").expecting(200);
    String file =
        HEAD
            + "C-1,a@b.example,,%s,2025-03-01,WEB-FORM\n".formatted(first)
            + "C-1,a@b.example,,%s,2025-03-01,WEB-FORM\n".formatted(second)
            + "C-2,c@b.example,,oui,2025-03-01,WEB-FORM\n";
    bring(file).expecting(200);
    long position = visitors.position();

    bring(file).expecting(200);
    bring(file).expecting(200);

    assertThat(visitors.recorded(position))
        .as("both answers are known; what was kept by a consent that ended long ago goes")
        .isSubsetOf("PersonalDataErased");
    assertThat(mailed()).containsExactly("c@b.example");
  }

  private List<String> mailed() {
    return StreamSupport.stream(
            visitors
                .officer()
                .with("Disclosure-Reason", "MAILING")
                .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}")
                .expecting(200)
                .json()
                .at("/items")
                .spliterator(),
            false)
        .map(item -> item.at("/email").asString())
        .toList();
  }

  @Test
  void whoObjectedIsNotTakenAgain_alsoAfterAnErasure_andWhoDidNotIs() {
    visitors.agree("gone@example.org");
    String person = visitors.path("/subjects/" + visitors.subject("gone@example.org"));
    visitors.officer().post(person + "/objections", "{\"purpose\":\"newsletter\"}").expecting(204);
    visitors.officer().post(person + "/erasure", "{\"reasonCode\":\"OBJECTION\"}").expecting(200);
    String file =
        HEAD
            + "C-1,Gone@Example.org,,oui,2025-01-01,WEB-FORM\n"
            + "C-2,stays@example.org,,oui,2025-01-01,WEB-FORM\n";

    Answer report = bring(file).expecting(200);

    assertThat(number(report, "/suppressedPeople")).isEqualTo(1);
    assertThat(number(report, "/consents/0/given")).isEqualTo(1);
    assertThat(number(report, "/consents/0/notCounted/OBJECTED_SINCE")).isEqualTo(1);
    assertThat(number(report, "/captures/newsletter")).isEqualTo(1);
    Answer list =
        visitors
            .officer()
            .with("Disclosure-Reason", "MAILING")
            .post(visitors.path("/mailing-lists"), "{\"purpose\":\"newsletter\"}")
            .expecting(200);
    assertThat(list.body()).contains("stays@example.org").doesNotContainIgnoringCase("gone@");
  }

  @Test
  void whatWasTakenBackHereIsNotGivenByAnOlderFile() {
    visitors.agree("back@example.org");
    String person = visitors.path("/subjects/" + visitors.subject("back@example.org"));
    visitors.officer().delete(person + "/consents/newsletter").expecting(204);
    String file =
        HEAD
            + "C-1,Back@Example.org,,oui,2025-01-01,WEB-FORM\n"
            + "C-2,stays@example.org,,oui,2025-01-01,WEB-FORM\n";

    Answer report = bring(file).expecting(200);

    assertThat(number(report, "/consents/0/notCounted/TAKEN_BACK_SINCE")).isEqualTo(1);
    assertThat(number(report, "/consents/0/given")).isEqualTo(1);
    assertThat(number(report, "/captures/newsletter")).isEqualTo(1);
  }

  @Test
  void whatWasErasedOrIsRestrictedStaysSo_howeverOftenTheFileComes() {
    bring(HEAD + ANNA + BERT).expecting(200);
    String anna = visitors.path("/subjects/" + visitors.subject("anna.marked@example.org"));
    visitors
        .officer()
        .post(anna + "/erasure", "{\"purposes\":[\"newsletter\"],\"reasonCode\":\"REQUEST\"}")
        .expecting(200);
    String bert = visitors.path("/subjects/" + visitors.subject("bert.marked@example.org"));
    visitors.officer().post(bert + "/restrictions", "{\"reasonCode\":\"UNLAWFUL\"}").expecting(204);
    long position = visitors.position();

    Answer report = bring(HEAD + ANNA + BERT.replace("non,,", "oui,2025-01-01,WEB")).expecting(200);

    assertThat(number(report, "/consents/0/notCounted/ERASED")).isEqualTo(1);
    assertThat(number(report, "/consents/0/notCounted/RESTRICTED")).isEqualTo(1);
    assertThat(visitors.told(position)).isEmpty();
  }

  @Test
  void withoutAReferenceAPersonIsKnownByItsAddress_howeverItIsWritten() {
    String byAddress = mapping().replace("\"reference\":\"Client\",", "");
    byte[] file = (HEAD + ",a@b.example,N,,,\n,A@B.Example ,N,,,\n,,N,,,\n").getBytes(UTF_8);

    Answer report = bring("?dryRun=false", byAddress, file, "text/csv").expecting(200);

    assertThat(number(report, "/newPeople")).isEqualTo(1);
    assertThat(faults(report)).containsExactly("4 E-mail NOBODY_NAMED");
    assertThat(
            number(
                bring("?dryRun=false", byAddress, file, "text/csv").expecting(200),
                "/unchangedPeople"))
        .isEqualTo(1);
  }

  @Test
  void oneImportOfAnOrganisationRunsAtATime_andADryRunWaitsForNone() {
    OrganisationId organisation = OrganisationId.of(theatre.organisation);
    try (Turn turn =
        service.bean(OpenedVault.class).importedLines().turnOf(organisation).orElseThrow()) {
      Answer refused = bring(HEAD + ANNA);
      assertThat(refused.outcome()).isEqualTo("409 IMPORT_RUNNING");
      assertThat(refused.json().at("/retryable").asBoolean()).isTrue();
      dryRun(HEAD + ANNA).expecting(200);
      new ImportTest(service).bring(HEAD + ANNA).expecting(200);
    }
    bring(HEAD + ANNA).expecting(200);
  }

  @Test
  void aRepeatedRequestIsAnsweredOnce() {
    Api keyed =
        visitors
            .officer()
            .with("Import-Mapping", mapping().replace("\n", " "))
            .with("Content-Type", "text/csv")
            .with("Idempotency-Key", "import-of-today");
    String path = visitors.path("/imports?dryRun=false");

    Answer first = keyed.stream("POST", path, BodyPublishers.ofString(HEAD + ANNA)).expecting(200);
    Answer second = keyed.stream("POST", path, BodyPublishers.ofString(HEAD + ANNA)).expecting(200);

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(keyed.stream("POST", path, BodyPublishers.ofString(HEAD + BERT)).outcome())
        .isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void aFileThatIsTooLargeIsRefused() {
    byte[] long1 = (HEAD + "x".repeat(16 << 20)).getBytes(UTF_8);
    assertThat(bring("", mapping(), long1, "text/csv").status()).isEqualTo(413);
    byte[] many = (HEAD + "C,,,,,\n".repeat(100_001)).getBytes(UTF_8);
    assertThat(bring("", mapping(), many, "text/csv").outcome()).isEqualTo("413 BODY_TOO_LARGE");
    assertThat(visitors.asked(before)).isEmpty();
  }

  @Test
  void fiveThousandPeopleAreBroughtInOneFile() {
    String file =
        IntStream.range(0, 5_000)
            .mapToObj("C-%1$d,person-%1$d@example.org,,oui,2025-01-01,WEB\n"::formatted)
            .collect(Collectors.joining("", HEAD, ""));

    Answer report = bring(file).expecting(200);

    assertThat(number(report, "/newPeople")).isEqualTo(5_000);
    assertThat(visitors.kept()).isEqualTo(10_000);
    assertThat(number(bring(file).expecting(200), "/unchangedPeople")).isEqualTo(5_000);
    assertThat(visitors.kept()).isEqualTo(10_000);
  }
}
