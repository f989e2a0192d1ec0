package org.counterfoil.query.audit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureId;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.People;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;

/** The register and who read, as an officer takes them away. */
class AuditReportsTest {

  private static final Instant BEGUN = Instant.parse("2025-12-01T09:00:00Z");

  private final RunningQueryService service = RunningQueryService.shared();
  private final Onsale onsale = Onsale.on(service);
  private final People people = new People(service.log(), onsale.organisation(), BEGUN);
  private final String token = service.token(Role.DPO, onsale.organisation());

  @Test
  void theRegisterIsTakenAwayAsCsvAndAsASpreadsheet() throws Exception {
    String csv = service.get(path("/register.csv"), service.upToDate(token)).body();
    assertThat(csv.lines().findFirst().orElseThrow())
        .startsWith("purpose,name,version,declaredAt,dpvPurposeIri,lawfulBasis");
    assertThat(csv)
        .contains(
            "ticket-delivery,Envoi des billets,1,2025-12-01T09:00:00Z,"
                + "https://w3id.org/dpv#CustomerOrderManagement,A6-1-b,,CUSTOMER,EMAIL NAME,"
                + "Imprimeur,PERFORMANCE_END,P6M,false,fr,0\r\n");
    assertThat(csv.lines().count()).isEqualTo(4);
    HttpResponse<byte[]> sheet = bytes("/register.xlsx?language=fr");
    assertThat(sheet.headers().firstValue("Content-Disposition").orElse(""))
        .contains("register.xlsx");
    assertThat(sheet(sheet.body(), 1))
        .contains("Dénomination", "Théâtre du Port", "France", "non indiqué");
    assertThat(sheet(sheet.body(), 2))
        .contains("Base légale", "Envoi des billets", "Consentement, art.\u00a06")
        .contains("3\u00a0ans après le dernier contact", "Adresse électronique, Nom", "Imprimeur")
        .contains("Abonnés à une lettre d’information", "français")
        .doesNotContain("A6-1", "EMAIL", "LAST_CONTACT", "P3Y");
    assertThat(sheet(sheet.body(), 3)).contains("Aucun n’est déclaré");
    assertThat(sheet(sheet.body(), 4)).contains("AES-256-GCM");
    assertThat(sheet(sheet.body(), 5)).contains("Sous-traitant", "rectification");
    assertThat(part(sheet.body(), "xl/workbook.xml"))
        .contains("\"Responsable du traitement\"", "\"Activités de traitement\"")
        .contains("\"Transferts vers des pays tiers\"", "\"Mesures de sécurité\"");
    assertThat(sheet(bytes("/register.xlsx").body(), 2)).contains("Lawful basis", "Newsletter");
    assertThat(bytes("/register.xlsx?language=de").statusCode()).isEqualTo(400);
  }

  /** A line for each heading, each of which says what it is about: what a supervisor asks for. */
  @Test
  void theRegisterAsCsvInALanguageStandsAlone() {
    String csv = service.get(path("/register.csv?language=fr"), service.upToDate(token)).body();
    assertThat(csv.lines().findFirst().orElseThrow())
        .isEqualTo("Partie,Finalité ou élément,Rubrique,Contenu");
    assertThat(csv)
        .contains("Responsable du traitement,,Dénomination,")
        .contains("Responsable du traitement,,Délégué à la protection des données,non indiqué")
        .contains("Activités de traitement,Envoi des billets,Destinataires,Imprimeur")
        .contains("Activités de traitement,Lettre d’information,Consentement en vigueur,0")
        .contains("Transferts vers des pays tiers,,Transferts vers des pays tiers,")
        .contains("Mesures de sécurité,,Mesures de sécurité,")
        .contains("Sous-traitant,,Catégorie de traitement,collecte")
        .doesNotContain("A6-1", "EMAIL");
  }

  @Test
  void whoReadIsTakenAwayWithAReason_andThatIsRecordedToo() throws Exception {
    DataSubjectId somebody = people.somebody();
    people.capture(somebody, People.DELIVERY, BEGUN, null, PersonalField.EMAIL);
    service
        .log()
        .append(
            people.organisation(),
            Instant.parse("2026-01-10T12:00:00Z"),
            List.of(
                new PersonalDataDisclosed(
                    new DisclosureId(People.id()),
                    people.organisation(),
                    DisclosureKind.LIST,
                    DisclosureReason.MAILING,
                    List.of(somebody),
                    List.of(People.DELIVERY),
                    List.of(PersonalField.EMAIL),
                    null)));

    assertThat(bytes("/disclosures.csv").statusCode()).isEqualTo(400);
    assertThat(bytes("/disclosures.xlsx?language=de&reason=AUDIT").statusCode()).isEqualTo(400);
    String all = new String(bytes("/disclosures.csv?reason=AUDIT").body(), StandardCharsets.UTF_8);
    assertThat(all)
        .contains(
            ",2026-01-10T12:00:00Z,PERSONAL_DATA,LIST,MAILING,ticket-delivery,EMAIL,1,"
                + somebody
                + ",,SYSTEM:00000000-0000-0000-0000-000000000000,\"Counterfoil, by itself\"")
        .contains("RECORDS,DISCLOSURES,AUDIT");
    String part =
        new String(
            bytes("/disclosures.csv?reason=AUDIT&from=2026-01-11").body(), StandardCharsets.UTF_8);
    assertThat(part).doesNotContain("MAILING");
    assertThat(sheet(bytes("/disclosures.xlsx?reason=AUDIT&language=fr").body(), 1))
        .contains("Identifiants des personnes", somebody.toString(), "Counterfoil, automatiquement")
        .contains("envoi d’un courrier", "Envoi des billets", "10 janv. 2026, 13:00:00 CET")
        .doesNotContain("PERSONAL_DATA", "MAILING");
  }

  private HttpResponse<byte[]> bytes(String path) throws Exception {
    return service
        .client()
        .send(
            service.request(path(path), service.upToDate(token)).build(),
            BodyHandlers.ofByteArray());
  }

  private static String sheet(byte[] workbook, int number) throws IOException {
    return part(workbook, "xl/worksheets/sheet" + number + ".xml");
  }

  private static String part(byte[] workbook, String name) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("Expected " + name + ", but there is none");
  }

  private String path(String path) {
    return "/api/v1/privacy/" + onsale.organisation() + "/reports" + path;
  }
}
