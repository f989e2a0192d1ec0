package org.counterfoil.query.audit.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.controller.TransferSafeguard;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.imports.ImportEvent.PeopleImported;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.domain.privacy.imports.ImportId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.request.ExtensionGround;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RefusalGround;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequest;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.ContactKind;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.domain.privacy.subject.KeptPurpose;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectCommand.NoteContact;
import org.counterfoil.domain.privacy.subject.SubjectCommand.WithdrawConsent;
import org.counterfoil.query.audit.lists.ListedReading;
import org.counterfoil.query.audit.recording.ConsentAnswer;
import org.counterfoil.query.audit.register.ProcessingRegister;
import org.counterfoil.query.audit.register.SecurityMeasure;
import org.counterfoil.query.audit.register.SubjectCategory;
import org.counterfoil.query.audit.subject.CapturedField;
import org.counterfoil.query.audit.subject.Happening;
import org.counterfoil.query.audit.subject.ShownNotice;
import org.counterfoil.query.given.Browser;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;

/** The officer's pages, as they are rendered and as a browser shows them. */
class AuditPagesTest {

  private static final Instant BEGUN = Instant.parse("2025-12-01T09:00:00Z");
  private static final String WHY = "reason=ACCESS_REQUEST";

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale onsale = Onsale.on(service);
  private final People people = new People(service.log(), onsale.organisation(), BEGUN);
  private final String token = service.token(Role.DPO, onsale.organisation());
  private final DataSubjectId somebody = people.somebody();

  private void happen() {
    service.keep(People.TEXT);
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL, PersonalField.NAME);
    people.capture(somebody, People.ACCOUNTING, BEGUN, null, PersonalField.NAME);
    people.capture(somebody, People.NEWSLETTER, BEGUN, null, PersonalField.EMAIL);
    people.answer(somebody, true, noon("2026-01-01"));
    people.decide(
        new NoteContact(people.organisation(), somebody, ContactKind.CLICK, noon("2026-01-15")),
        noon("2026-01-15"));
    people.decide(
        new WithdrawConsent(people.organisation(), somebody, People.NEWSLETTER),
        noon("2026-03-01"));
    service
        .log()
        .append(
            people.organisation(),
            noon("2026-01-20"),
            List.of(
                new PersonalDataDisclosed(
                    new DisclosureId(People.id()),
                    people.organisation(),
                    DisclosureKind.LIST,
                    DisclosureReason.MAILING,
                    List.of(somebody),
                    List.of(People.NEWSLETTER),
                    List.of(PersonalField.EMAIL),
                    new PublicLabel("Routeur"))));
    people.decide(
        new ErasePersonalData(
            people.organisation(),
            somebody,
            List.of(),
            List.of(new KeptPurpose(People.ACCOUNTING, KeepingDuty.LEGAL_OBLIGATION)),
            ErasureReason.REQUEST,
            LocalDate.of(2026, 4, 1)),
        noon("2026-03-02"));
    people.capture(
        people.somebody(), People.NEWSLETTER, noon("2021-01-01"), null, PersonalField.EMAIL);
    service
        .log()
        .append(
            people.organisation(),
            noon("2026-03-03"),
            List.of(
                new PersonalDataDisclosed(
                    new DisclosureId(People.id()),
                    people.organisation(),
                    DisclosureKind.VIEW,
                    DisclosureReason.CUSTOMER_SERVICE,
                    List.of(somebody),
                    List.of(People.DELIVERY),
                    List.of(PersonalField.EMAIL),
                    null),
                new PeopleImported(
                    new ImportId(People.id()),
                    people.organisation(),
                    new SourceCode("OLD-BOX-OFFICE"),
                    BEGUN,
                    new ImportFigures(7, 5, 1, 4, 3, 2, 1)),
                new RequestReceived(
                    new RightsRequestId(People.id()),
                    people.organisation(),
                    List.of(somebody),
                    RequestKind.ACCESS,
                    IdentityCheck.DOCUMENT_SEEN,
                    LocalDate.of(2026, 1, 31),
                    LocalDate.of(2026, 3, 2))));
  }

  @Test
  void recordsAreShownInTheReadersLanguage() {
    happen();
    assertThat(page("", "fr"))
        .contains("<html lang=\"fr\"", "2 personnes", "Obligation légale, art.\u00a06");
    assertThat(page("", "en")).contains("2 people", "Legal obligation, Art. 6(1)(c)");
    assertThat(page("/register", "fr"))
        .contains("Registre des traitements", "Théâtre du Port", "6\u00a0mois après la fin de la")
        .contains("Destinataires", "Imprimeur", "AES-256-GCM", "art.\u00a030,\u00a0§\u00a02")
        .contains(
            "<dd>France</dd>", "Lettre d’information", ">français<", "Consentement en vigueur")
        .doesNotContain("Lettre d&#39;information", ">FR<");
    assertThat(page("/register", "en")).contains("10\u00a0years after the end of the fiscal year");
    String subject = "/subjects/" + somebody;
    assertThat(page(subject + "?" + WHY, "fr"))
        .contains("Motif de votre consultation\u00a0: demande d’accès", "telle qu’affichée")
        .contains("Nous écrivons où envoyer vos billets, et rien d&#39;autre.", "Effacée")
        .contains("Conservation obligatoire", "obligation légale de conservation")
        .contains("dossier d’une personne", "Envoi des billets");
    assertThat(page(subject + "/consents?asOf=2026-02-15&" + WHY, "fr")).contains("En vigueur");
    assertThat(page(subject + "/consents?asOf=2026-04-01&" + WHY, "en"))
        .contains(
            "Not in force since 1 Mar 2026",
            "when it was withdrawn",
            "/consents/newsletter/record?reason=ACCESS");
    assertThat(page("/requests?" + WHY, "fr")).contains("lun. 2 mars 2026", "en retard", "Accès");
    assertThat(page("/requests?" + WHY, "en")).contains("Mon 2 Mar 2026", "overdue");
    assertThat(page("/retention?" + WHY, "en")).contains("Mon 1 Jan 2024", "over");
    assertThat(page("/disclosures?" + WHY, "en"))
        .contains("helping a buyer", "who read", "Records");
    assertThat(page("/breach?from=2026-03-03T00:00&to=2026-03-04T00:00&" + WHY, "en"))
        .contains(somebody.toString(), "E-mail");
    assertThat(page("/captures?field=&purpose=newsletter&" + WHY, "en"))
        .contains(">Newsletter<", "Every line on this page is an entry")
        .doesNotContain("data-field=\"NAME\"", "face values");
    assertThat(page("/captures?field=NAME&" + WHY, "fr"))
        .contains("data-field=\"NAME\"", "Factures")
        .doesNotContain("data-field=\"EMAIL\"");
    assertThat(get("/captures?purpose=NO!&" + WHY, "en").statusCode()).isEqualTo(400);
    assertThat(page("/imports", "fr"))
        .contains(
            "Reprendre des personnes",
            "Envoi des billets",
            "Contrat, art.\u00a06,\u00a0§\u00a01,\u00a0b")
        .contains("Lettre d’information\u00a0: oui ou non", "OLD-BOX-OFFICE", "SYSTEM:");
    assertThat(page("/breach", "en")).contains("datetime-local").doesNotContain("Nobody’s data");
  }

  /** Whoever filled in a form wrongly keeps the page, and is told which field it is. */
  @Test
  void aFieldThatIsNotAsExpectedIsNamedOnItsPage() {
    happen();
    String subject = "/subjects/" + somebody;
    requireFault(subject + "/consents?asOf=2999-01-01&" + WHY, "« À la fin du »");
    requireFault("/captures?from=2026-05-01&to=2026-01-01&" + WHY, "« Du »");
    requireFault("/disclosures?from=yesterday&" + WHY, "« Du »");
    requireFault("/retention?until=2026-13-01&" + WHY, "« Échéance au plus tard le »");
    requireFault("/retention?since=2026-02-30&" + WHY, "« Effacements depuis le »");
    requireFault("/breach?from=2026-03-03T00:00&to=2026-03-03T00:00&" + WHY, "« Du »");
  }

  private void requireFault(String path, String words) {
    HttpResponse<String> answer = get(path, "fr");
    assertThat(answer.statusCode()).as(path).isEqualTo(400);
    assertThat(answer.body().replaceAll("[\u00a0\u202f]", " "))
        .as(path)
        .contains("role=\"alert\" id=\"fault\"", words, "<form class=\"period\" method=\"get\"")
        .doesNotContain("Expected", "??");
  }

  /** What no form asks for is told on a page of its own, in the reader's language as well. */
  @Test
  void aProblemIsToldInTheReadersLanguage_andSaysNothingOfSales() {
    HttpResponse<String> french = get("/captures?purpose=NO!&" + WHY, "fr");
    assertThat(french.statusCode()).isEqualTo(400);
    assertThat(french.body())
        .contains("Une indication de la demande", "la finalité", "400 INVALID_REQUEST")
        .doesNotContain("Expected", "billets émis", "??");
    assertThat(get("/captures?purpose=NO!&" + WHY, "en").body())
        .contains("Expected", "the purpose")
        .doesNotContain("face values", "??");
    assertThat(get("/nowhere", "fr").body()).contains("Introuvable").doesNotContain("Expected");
  }

  /** If the script fails, what was typed about somebody must not go into an address. */
  @Test
  void noFormThatSendsACommandWouldPutItIntoAnAddress() {
    happen();
    for (String path : List.of("", "/subjects/" + somebody + "?" + WHY, "/requests?" + WHY)) {
      String page = page(path, "fr");
      assertThat(page).contains("data-command");
      assertThat(page.split("<form ", -1))
          .filteredOn(form -> form.contains("data-command"))
          .allSatisfy(form -> assertThat(form).startsWith("class=\"period\" method=\"post\""));
    }
  }

  /**
   * The certificate is there whenever it is wanted: who answers, who it is of, what went, what
   * stays.
   */
  @Test
  void anErasureIsCertifiedOnAPageThatStays() {
    happen();
    String timeline = page("/subjects/" + somebody + "?" + WHY, "fr");
    Matcher link = Pattern.compile("/erasures/(\\d+)\\?").matcher(timeline);
    assertThat(link.find()).isTrue();
    String path = "/subjects/" + somebody + "/erasures/" + link.group(1);

    String certificate = page(path + "?" + WHY, "fr");

    assertThat(certificate)
        .contains("Certificat d’effacement", "Théâtre du Port", somebody.toString())
        .contains("data-erased=\"ticket-delivery\"", "Envoi des billets", "Adresse électronique")
        .contains("data-kept=\"accounting\"", "obligation légale de conservation")
        .contains("Destinataires à informer", "<li>Routeur</li>")
        .contains("2 mars 2026, 13:00:00 CET", "mer. 1 avr. 2026", "Europe/Paris");
    assertThat(page(path, "fr")).contains("Pour quel motif");
    assertThat(get("/subjects/" + somebody + "/erasures/1?" + WHY, "fr").statusCode())
        .isEqualTo(404);
  }

  /** Without a reason nobody is named, and nothing is recorded. */
  @Test
  void whoeverNamesNoReasonIsAsked() {
    happen();
    long before = service.log().last();

    for (String path :
        List.of(
            "/subjects/" + somebody,
            "/subjects/" + somebody + "/consents",
            "/requests",
            "/retention",
            "/disclosures",
            "/captures",
            "/breach?from=2026-03-03T00:00&to=2026-03-04T00:00")) {
      assertThat(page(path, "en")).contains("Why do you read this?", "checking what is kept");
      assertThat(page(path, "en")).doesNotContain("DOCUMENT_SEEN", "newsletter");
    }

    assertThat(service.log().written().subList((int) before + 1, (int) service.log().last() + 1))
        .noneMatch(written -> people.organisation().equals(written.organisation()));
    assertThat(page("/breach?from=2026-03-03T00:00&to=2026-03-04T00:00", "en"))
        .contains("name=\"from\" value=\"2026-03-03T00:00\"");
    assertThat(get("/subjects/" + somebody + "?reason=CURIOSITY", "en").statusCode())
        .isEqualTo(400);
    HttpResponse<String> found = get("/person?subject=" + somebody + "&reason=AUDIT", "en");
    assertThat(found.statusCode()).isEqualTo(302);
    assertThat(found.headers().firstValue("Location").orElse(""))
        .endsWith("/privacy/subjects/" + somebody + "?reason=AUDIT");
  }

  @Test
  void forAnErasureOnlyReasonsAreOfferedForWhichSomebodyAsks() {
    happen();
    String page = page("/subjects/" + somebody + "?" + WHY, "en");
    for (ErasureReason reason : ErasureReason.values()) {
      String option = "<option value=\"" + reason + "\">";
      assertThat(page.contains(option)).as("%s", reason).isEqualTo(reason.isAsked());
    }
  }

  /** A code without words would be shown as it is stored. */
  @Test
  void everyCodeHasItsWordsInBothLanguages() {
    for (Locale language : List.of(Locale.FRENCH, Locale.ROOT)) {
      ResourceBundle words =
          ResourceBundle.getBundle(
              "org.counterfoil.query.audit.pages.messages",
              language,
              ResourceBundle.Control.getNoFallbackControl(
                  ResourceBundle.Control.FORMAT_PROPERTIES));
      assertThat(codes()).allSatisfy(code -> assertThat(words.containsKey(code)).isTrue());
    }
  }

  private static List<String> codes() {
    List<String> codes = new ArrayList<>();
    add(codes, "field", PersonalField.values());
    add(codes, "door", CaptureDoor.values());
    add(codes, "state", CapturedField.FieldState.values());
    add(codes, "start", RetentionStart.values());
    add(codes, "reason", DisclosureReason.values());
    add(codes, "question", AuditQuestion.values());
    add(codes, "how", DisclosureKind.values());
    add(codes, "kind", ListedReading.Kind.values());
    add(codes, "what", Happening.What.values());
    add(codes, "answer", ConsentAnswer.values());
    add(codes, "notice", ShownNotice.NoticeState.values());
    add(codes, "erasure", ErasureReason.values());
    add(codes, "duty", KeepingDuty.values());
    add(codes, "contact", ContactKind.values());
    add(codes, "restriction", RestrictionReason.values());
    add(codes, "requestKind", RequestKind.values());
    add(codes, "requestState", RightsRequest.State.values());
    add(codes, "identity", IdentityCheck.values());
    add(codes, "extension", ExtensionGround.values());
    add(codes, "refusal", RefusalGround.values());
    add(codes, "category", SubjectCategory.values());
    add(codes, "measure", SecurityMeasure.values());
    add(codes, "processing", ProcessingRegister.Processing.values());
    Stream.of("a", "b", "c", "d", "e", "f").forEach(l -> codes.add("audit.basis.A6-1-" + l));
    ImportWords.ALL.forEach(word -> codes.add("audit.import." + word));
    Stream.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j")
        .forEach(l -> codes.add("audit.condition.A9-2-" + l));
    add(codes, "stands", ConsentAnswer.values());
    add(codes, "actor", Actor.Kind.values());
    add(codes, "role", Role.values());
    add(codes, "safeguard", TransferSafeguard.values());
    codes.add("audit.objection.ABSOLUTE");
    return codes;
  }

  private static void add(List<String> codes, String list, Enum<?>[] values) {
    Arrays.stream(values).forEach(value -> codes.add("audit." + list + "." + value.name()));
  }

  /** From the start page to a person and its consents, with the keyboard alone. */
  @Test
  void anOfficerFindsThePersonsRecordsWithTheKeyboard() {
    happen();
    try (Browser browser = Browser.open(service, "en")) {
      browser.logIn(service.session(Role.DPO, onsale.organisation()));
      browser.go("/");
      assertThat(browser.text("header nav")).contains("Personal data");
      assertThat(browser.text("main")).doesNotContain("no organisation");
      browser.go(pages());
      assertThat(browser.text("h1")).isEqualTo("What is kept");
      browser.type("input[name=subject]", somebody.toString());
      browser.type("form[action$='/person'] select[name=reason]", "an access");
      browser.enter("input[name=subject]");

      await()
          .untilAsserted(
              () -> assertThat(browser.text("p#subject")).isEqualTo(somebody.toString()));
      assertThat(browser.text("main")).contains("You read this for: an access request.");
      assertThat(browser.count("tr[data-state=ERASED]")).isEqualTo(3);
      assertThat(browser.count("tr[data-state=HELD]")).isEqualTo(1);
      browser.enter("tr[data-state=HELD] summary");
      await()
          .untilAsserted(
              () -> assertThat(browser.text("tr[data-state=HELD] details")).contains(People.TEXT));
      browser.enter("main a[href*='/consents']");
      await()
          .untilAsserted(
              () ->
                  assertThat(browser.text("[data-in-force]"))
                      .contains("Not in force since 1 Mar 2026"));
      assertThat(browser.complaints()).isEmpty();
      browser.go(pages() + "/register");
      assertThat(browser.count("article")).isEqualTo(3);
      browser.go(pages() + "/disclosures?" + WHY);
      assertThat(browser.count("tr[data-kind=RECORDS]")).isPositive();
      assertThat(browser.complaints()).isEmpty();
      String pictures = System.getProperty("counterfoil.pictures");
      if (pictures != null) {
        browser.picture(pictures + "/disclosures.png");
        for (String path :
            List.of(
                "",
                "/register",
                "/subjects/" + somebody,
                "/subjects/" + somebody + "/consents",
                "/captures",
                "/requests",
                "/retention")) {
          browser.go(pages() + path + "?lang=fr&" + WHY);
          browser.picture(
              pictures
                  + "/page"
                  + path.replaceAll("[0-9a-f-]{36}", "id").replace('/', '-')
                  + ".png");
        }
        browser.go(pages() + "/requests?lang=fr");
        browser.picture(pictures + "/why.png");
      }
    }
  }

  private static Instant noon(String day) {
    return Instant.parse(day + "T12:00:00Z");
  }

  /** What stands at the foot of figures of sales would be untrue of each of these. */
  @Test
  void noPageOfRecordsSpeaksOfTickets() {
    String host = service.token(Role.PLATFORM_ADMIN, null);
    for (String path :
        List.of(
            "", "/register", "/captures", "/disclosures", "/retention", "/requests", "/breach")) {
      requireFoot(get(path + "?" + WHY, "en"), get(path + "?" + WHY, "fr"));
    }
    requireFoot(get("/operations/register", "en", host), get("/operations/register", "fr", host));
    assertThat(get("/operations", "en", host).body())
        .as("elsewhere it stands")
        .contains("face values");
  }

  private static void requireFoot(HttpResponse<String> english, HttpResponse<String> french) {
    assertThat(english.body()).contains("they are opaque ids").doesNotContain("face values");
    assertThat(french.body()).contains("que des identifiants").doesNotContain("billets émis");
  }

  private String page(String path, String language) {
    HttpResponse<String> answer = get(path, language);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body()).as("a text is missing").doesNotContain("??");
    return answer.body();
  }

  private HttpResponse<String> get(String path, String language) {
    return get(pages() + path, language, token);
  }

  private HttpResponse<String> get(String path, String language, String of) {
    return service.get(
        path,
        Stream.concat(
                Stream.of(service.upToDate(of)),
                Stream.of("Accept-Language", language, "Accept", "text/html"))
            .toArray(String[]::new));
  }

  private String pages() {
    return "/organisations/" + onsale.organisation() + "/privacy";
  }
}
