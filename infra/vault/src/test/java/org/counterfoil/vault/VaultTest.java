package org.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Values made up for these tests; none is a person's. */
class VaultTest {

  private static final OrganisationId THEATRE = new OrganisationId(id(1));
  private static final OrganisationId TOWN = new OrganisationId(id(2));
  private static final DataSubjectId SUBJECT = new DataSubjectId(id(3));
  private static final PurposeKey DELIVERY = new PurposeKey("ticket-delivery");
  private static final DataKeyName NAME =
      new DataKeyName(new DataKeyId(id(4)), THEATRE, SUBJECT, DELIVERY);
  private static final CaptureId CAPTURE = new CaptureId(id(5));
  private static final PersonalValue EMAIL = new PersonalValue("mark-4711@example.org");
  private static final PersonalValue PHONE = new PersonalValue("+33 4 50 00 00 00");

  @TempDir Path folder;
  private TestVault test;

  @BeforeEach
  void open() {
    test = new TestVault(folder);
  }

  private static UUID id(long number) {
    return new UUID(0x7000L, number);
  }

  private void capture() {
    test.rows().insert(sealed());
  }

  private SealedCapture sealed() {
    return test.vault()
        .seal(CAPTURE, NAME, Map.of(PersonalField.EMAIL, EMAIL, PersonalField.TELEPHONE, PHONE));
  }

  private PersonalValue read(PersonalField field) {
    return test.vault().open(CAPTURE, NAME, field);
  }

  @Test
  void whatWasSealedIsOpened_andNothingOfItIsReadable() {
    capture();

    assertThat(read(PersonalField.EMAIL)).isEqualTo(EMAIL);
    assertThat(read(PersonalField.TELEPHONE)).isEqualTo(PHONE);
    assertThat(EMAIL.toString()).doesNotContain("4711");
    List<String> dump =
        test.superuser()
            .sql("select v::text from vault.value v union all select m::text from vault.mark m")
            .query(String.class)
            .list();
    String hex = "6d61726b2d34373131";
    assertThat(dump).hasSize(4).noneMatch(row -> row.contains("4711") || row.contains(hex));
  }

  @Test
  void anotherCaptureUsesTheSameKey_andReplacesTheOlder() {
    capture();
    CaptureId later = new CaptureId(id(6));
    PersonalValue other = new PersonalValue("mark-4712@example.org");
    SealedCapture again = test.vault().seal(later, NAME, Map.of(PersonalField.EMAIL, other));
    assertThat(again.newKey()).isNull();
    test.rows().insert(again);
    assertThat(test.vault().forget(CAPTURE, PersonalField.EMAIL)).isEqualTo(1);

    assertThat(test.vault().open(later, NAME, PersonalField.EMAIL)).isEqualTo(other);
    assertThat(test.vault().find(THEATRE, PersonalField.EMAIL, EMAIL)).isEmpty();
    assertThat(test.vault().find(THEATRE, PersonalField.EMAIL, other)).containsExactly(SUBJECT);
  }

  @Test
  void aPersonIsFoundHoweverItIsWritten_andOnlyWhereItTold() {
    capture();

    for (String written : List.of("MARK-4711@EXAMPLE.ORG", "  mark-4711@example.org ")) {
      assertThat(test.vault().find(THEATRE, PersonalField.EMAIL, new PersonalValue(written)))
          .containsExactly(SUBJECT);
    }
    assertThat(
            test.vault()
                .find(THEATRE, PersonalField.TELEPHONE, new PersonalValue("+33.4.50.00.00.00")))
        .containsExactly(SUBJECT);
    assertThat(test.vault().find(THEATRE, PersonalField.TELEPHONE, new PersonalValue("0450000000")))
        .containsExactly(SUBJECT);
    assertThat(test.vault().find(TOWN, PersonalField.EMAIL, EMAIL)).isEmpty();
    assertThat(test.vault().find(THEATRE, PersonalField.NAME, EMAIL)).isEmpty();
  }

  @Test
  void theSameAddressAtTwoOrganisationsHasNothingInCommon() {
    byte[] here = test.vault().mark(THEATRE, PersonalField.EMAIL, EMAIL);
    byte[] there = test.vault().mark(TOWN, PersonalField.EMAIL, EMAIL);

    assertThat(here).hasSize(32).isNotEqualTo(there);
  }

  @Test
  void aDestroyedKeyTakesEverythingWithIt_andIsAnErrorToWhoeverAsksTheVaultAlone() {
    capture();
    SealedCapture before = test.vault().seal(new CaptureId(id(7)), NAME, Map.of());

    assertThat(test.vault().destroy(List.of(NAME.keyId()))).isEqualTo(1);
    assertThat(test.vault().destroy(List.of(NAME.keyId()))).isZero();

    assertThatThrownBy(() -> read(PersonalField.EMAIL)).isInstanceOf(VaultDamaged.class);
    assertThat(test.vault().find(THEATRE, PersonalField.EMAIL, EMAIL)).isEmpty();
    assertThat(before.newKey()).isNull();
    SealedCapture late =
        new SealedCapture(
            new CaptureId(id(8)),
            NAME,
            null,
            List.of(new SealedCapture.Value(PersonalField.EMAIL, new Ciphertext(new byte[] {1}))),
            List.of());
    assertThatThrownBy(() -> test.rows().insert(late))
        .as("sealed under a key that is destroyed by now")
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  /** As whoever owns the database. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "update vault.value set field = 'x' where field = 'EMAIL'; update vault.value set field = 'EMAIL' where field = 'TELEPHONE'",
        "update vault.value v set ciphertext = (select ciphertext from vault.value where field = 'TELEPHONE') where field = 'EMAIL'",
        "update vault.value set ciphertext = set_byte(ciphertext, 9, get_byte(ciphertext, 9) # 1)",
        "update vault.data_key set wrapped = set_byte(wrapped, 9, get_byte(wrapped, 9) # 1)",
        "delete from vault.value"
      })
  void whatWasMovedOrChangedIsAnError_notAnErasure(String sql) {
    capture();

    test.superuser().sql(sql).update();

    assertThatThrownBy(() -> read(PersonalField.EMAIL)).isInstanceOf(VaultDamaged.class);
  }

  @Test
  void aValueOfAnotherPersonOrOrganisationIsAnError() {
    capture();
    for (DataKeyName other :
        List.of(
            new DataKeyName(NAME.keyId(), TOWN, SUBJECT, DELIVERY),
            new DataKeyName(NAME.keyId(), THEATRE, new DataSubjectId(id(9)), DELIVERY),
            new DataKeyName(NAME.keyId(), THEATRE, SUBJECT, new PurposeKey("newsletter")))) {
      assertThatThrownBy(() -> test.vault().open(CAPTURE, other, PersonalField.EMAIL))
          .isInstanceOf(VaultDamaged.class);
      assertThatThrownBy(() -> test.vault().seal(CAPTURE, other, Map.of()))
          .isInstanceOf(VaultDamaged.class);
    }
  }

  @Test
  void aNewMasterKeyLeavesWhatIsEncryptedAsItIs() throws IOException {
    capture();
    String ciphertexts = ciphertexts();

    test.master().rotate(test.master().newest().name());
    assertThat(read(PersonalField.EMAIL)).as("by the older version").isEqualTo(EMAIL);
    assertThat(
            new MasterKeyRotation(test.as("counterfoil_vault"), test.master())
                .step(MasterKeyRotation.BEGINNING, 10))
        .contains(NAME.keyId());

    assertThat(ciphertexts()).isEqualTo(ciphertexts);
    assertThat(read(PersonalField.EMAIL)).isEqualTo(EMAIL);
    Vault reopened =
        new Vault(test.as("counterfoil_vault"), MasterKeyFile.open(folder.resolve("master.json")));
    assertThat(reopened.open(CAPTURE, NAME, PersonalField.EMAIL)).isEqualTo(EMAIL);
    assertThat(reopened.find(THEATRE, PersonalField.EMAIL, EMAIL)).containsExactly(SUBJECT);
    assertThat(Files.readString(folder.resolve("master.json"))).contains("primaryKeyId");
  }

  private String ciphertexts() {
    return test.superuser()
        .sql("select string_agg(v::text, ';' order by v.field) from vault.value v")
        .query(String.class)
        .single();
  }

  /**
   * Another master key opens nothing: that is told as unavailable, and repeated when it is back.
   */
  @Test
  void withoutTheMasterKeyNothingIsKnown() {
    capture();
    Path stolen = folder.resolve("other.json");
    MasterKeyFile other = MasterKeyFile.open(stolen);

    assertThatThrownBy(() -> new Vault(test.as("counterfoil_vault"), other))
        .isInstanceOf(VaultUnavailable.class);
    boolean[] isAway = {false};
    Vault flaky =
        new Vault(test.as("counterfoil_vault"), () -> (isAway[0] ? other : test.master()).newest());
    isAway[0] = true;
    assertThatThrownBy(() -> flaky.open(CAPTURE, NAME, PersonalField.EMAIL))
        .isInstanceOf(VaultUnavailable.class);
    isAway[0] = false;
    assertThat(flaky.open(CAPTURE, NAME, PersonalField.EMAIL)).isEqualTo(EMAIL);
  }

  /** As a service does that is asked too often: what was not changed is not told as changed. */
  @Test
  void aMasterKeyThatFailsOnceIsAskedAgain() {
    capture();
    MasterKeyFile other = MasterKeyFile.open(folder.resolve("other.json"));
    int[] failing = {0};
    Vault throttled =
        new Vault(
            test.as("counterfoil_vault"),
            () -> (failing[0]-- > 0 ? other : test.master()).newest());

    failing[0] = 1;

    assertThat(throttled.open(CAPTURE, NAME, PersonalField.EMAIL)).isEqualTo(EMAIL);
  }

  @Test
  void theMasterKeyIsItsOwnersOnly() throws IOException {
    Path file = folder.resolve("master.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");

    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    assertThatThrownBy(() -> MasterKeyFile.open(file)).isInstanceOf(VaultUnavailable.class);
  }

  @Test
  void whoeverStoresEventsReadsNothing() {
    capture();
    var writer = JdbcClient.create(test.as("counterfoil_writer"));

    for (String table : List.of("data_key", "value", "mark", "mark_key", "suppressed", "said_no")) {
      assertThatThrownBy(
              () -> writer.sql("select count(*) from vault." + table).query(Long.class).single())
          .isInstanceOf(DataAccessException.class);
    }
  }

  @Test
  void aNoSurvivesTheErasure_ofOnePurposeAtOneOrganisation() {
    capture();
    Suppressions suppressions = new Suppressions(test.as("counterfoil_vault"), test.vault());
    PurposeKey letter = new PurposeKey("newsletter");
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    SealedNo no = suppressions.no(THEATRE, NAME.subjectId(), letter, PersonalField.EMAIL, EMAIL);
    PersonalValue written = new PersonalValue("Mark-4711@example.org");

    new SealedRows(test.as("counterfoil_writer")).insert(no, at);
    suppressions.add(no, at.minusSeconds(60));
    test.vault().destroy(List.of(NAME.keyId()));

    assertThat(suppressions.since(THEATRE, letter, PersonalField.EMAIL, List.of(written)))
        .as("the last one")
        .containsExactly(Map.entry(written, at));
    assertThat(suppressions.since(TOWN, letter, PersonalField.EMAIL, List.of(written))).isEmpty();
    assertThat(
            suppressions.since(
                THEATRE, new PurposeKey("similar"), PersonalField.EMAIL, List.of(written)))
        .isEmpty();
    assertThat(no.mark().bytes())
        .as("leads to nobody who told the address")
        .isNotEqualTo(test.vault().mark(THEATRE, PersonalField.EMAIL, EMAIL));
  }

  @Test
  void anObjectionFromBeforePurposesWereToldApartIsOfAllAdvertising() {
    Suppressions suppressions = new Suppressions(test.as("counterfoil_vault"), test.vault());
    Instant at = Instant.parse("2026-03-01T10:00:00Z");
    JdbcClient.create(test.as("counterfoil_vault"))
        .sql("insert into vault.suppressed values (?, 'EMAIL', ?, ?)")
        .params(
            THEATRE.value(),
            test.vault().mark(THEATRE, PersonalField.EMAIL, EMAIL),
            at.atOffset(ZoneOffset.UTC))
        .update();

    assertThat(
            suppressions.since(
                THEATRE, new PurposeKey("newsletter"), PersonalField.EMAIL, List.of(EMAIL)))
        .containsExactly(Map.entry(EMAIL, at));
  }
}
