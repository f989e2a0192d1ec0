package org.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.vault.ImportedLines.Turn;
import org.counterfoil.vault.Vault.DueKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom a line made is known by it as long as its key is there, and to nobody else. */
class ImportedLinesTest {

  private static final OrganisationId THEATRE = new OrganisationId(id(1));
  private static final OrganisationId TOWN = new OrganisationId(id(2));
  private static final PurposeKey NEWSLETTER = new PurposeKey("newsletter");
  private static final PurposeKey CHANGES = new PurposeKey("changes");
  private static final SourceCode OLD = new SourceCode("OLD");
  private static final PersonalValue LINE = new PersonalValue("mark-4711");
  private static final DataKeyName NAME =
      new DataKeyName(new DataKeyId(id(3)), THEATRE, new DataSubjectId(id(4)), NEWSLETTER);

  @TempDir Path folder;
  private TestVault test;
  private ImportedLines lines;

  @BeforeEach
  void open() {
    test = new TestVault(folder);
    lines = new ImportedLines(test.as("counterfoil_vault"), test.vault());
  }

  private static UUID id(long number) {
    return new UUID(0x7000L, number);
  }

  private SealedCapture brought(DataKeyName name, long capture) {
    return lines.brought(
        test.vault()
            .sealFirst(
                new CaptureId(id(capture)),
                name,
                Map.of(PersonalField.EMAIL, new PersonalValue("a@example.org"))),
        OLD,
        LINE);
  }

  private Map<PersonalValue, List<DueKey>> find(
      OrganisationId organisation, SourceCode source, String line, PurposeKey purpose) {
    return lines.find(organisation, source, List.of(new PersonalValue(line)), List.of(purpose));
  }

  @Test
  void aLineIsKnownAtItsOrganisation_ofItsSource_forItsPurpose() {
    test.rows().insert(brought(NAME, 5));

    assertThat(find(THEATRE, OLD, "mark-4711", NEWSLETTER).get(LINE))
        .singleElement()
        .satisfies(key -> assertThat(key.subjectId()).isEqualTo(NAME.subjectId()));
    assertThat(find(TOWN, OLD, "mark-4711", NEWSLETTER)).isEmpty();
    assertThat(find(THEATRE, new SourceCode("NEW"), "mark-4711", NEWSLETTER)).isEmpty();
    assertThat(find(THEATRE, OLD, "mark-4711", CHANGES)).isEmpty();
    assertThat(find(THEATRE, OLD, "mark-4712", NEWSLETTER)).isEmpty();
    assertThat(
            test.superuser()
                .sql("select l::text from vault.imported_line l")
                .query(String.class)
                .single())
        .doesNotContain("4711", "6d61726b2d34373131");
  }

  @Test
  void twoCannotBeMadeOfOneLine() {
    test.rows().insert(brought(NAME, 5));
    DataKeyName other =
        new DataKeyName(new DataKeyId(id(6)), THEATRE, new DataSubjectId(id(7)), NEWSLETTER);
    SealedCapture again = brought(other, 8);

    assertThatThrownBy(() -> test.rows().insert(again))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void whoIsErasedIsKnownByNoLine() {
    test.rows().insert(brought(NAME, 5));

    test.vault().destroy(List.of(NAME.keyId()));

    assertThat(find(THEATRE, OLD, "mark-4711", NEWSLETTER)).isEmpty();
    assertThat(
            test.superuser()
                .sql("select count(*) from vault.imported_line")
                .query(Integer.class)
                .single())
        .isZero();
  }

  @Test
  void whoeverStoresEventsReadsNoLine() {
    JdbcClient writer = JdbcClient.create(test.as("counterfoil_writer"));
    assertThatThrownBy(() -> writer.sql("select * from vault.imported_line").query().listOfRows())
        .hasStackTraceContaining("permission denied");
  }

  @Test
  void anOrganisationHasOneTurn_andGivesItBack() {
    try (Turn turn = lines.turnOf(THEATRE).orElseThrow()) {
      assertThat(lines.turnOf(THEATRE)).isEmpty();
      lines.turnOf(TOWN).orElseThrow().close();
      assertThat(turn).isNotNull();
    }
    lines.turnOf(THEATRE).orElseThrow().close();
  }

  @Test
  void fewImportAtOnce_soThatOthersHaveConnectionsLeft() {
    try (Turn first = lines.turnOf(THEATRE).orElseThrow();
        Turn second = lines.turnOf(TOWN).orElseThrow()) {
      assertThat(lines.turnOf(new OrganisationId(id(77)))).isEmpty();
      assertThat(first).isNotEqualTo(second);
    }
    lines.turnOf(new OrganisationId(id(77))).orElseThrow().close();
  }
}
