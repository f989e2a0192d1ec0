package org.counterfoil.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** A new version of the master key: keys are encrypted anew, and nothing else changes. */
class MasterKeyRotationTest {

  private static final OrganisationId THEATRE = new OrganisationId(id(1));
  private static final int KEYS = 7;

  @TempDir Path folder;
  private TestVault test;

  @BeforeEach
  void open() {
    test = new TestVault(folder);
    for (int key = 0; key < KEYS; key++) {
      test.rows().insert(sealed(test.vault(), key));
    }
  }

  private static UUID id(long number) {
    return new UUID(0x7000L, number);
  }

  private static DataKeyName name(int key) {
    return new DataKeyName(
        new DataKeyId(id(100 + key)),
        THEATRE,
        new DataSubjectId(id(200 + key)),
        new PurposeKey("changes"));
  }

  private static CaptureId capture(int key) {
    return new CaptureId(id(300 + key));
  }

  private static PersonalValue email(int key) {
    return new PersonalValue("mark-" + key + "@example.org");
  }

  private static SealedCapture sealed(Vault vault, int key) {
    return vault.seal(capture(key), name(key), Map.of(PersonalField.EMAIL, email(key)));
  }

  private Vault another(Path file) {
    return new Vault(test.as("counterfoil_vault"), MasterKeyFile.open(file));
  }

  private Path file() {
    return folder.resolve("master.json");
  }

  private MasterKeyRotation rotation() {
    return new MasterKeyRotation(test.as("counterfoil_vault"), test.master());
  }

  /** What must not change. */
  private String values() {
    return test.superuser()
        .sql(
            """
            select string_agg(v::text, ';' order by v.capture_id) || string_agg(m::text, ';' order by m.capture_id)
            from vault.value v join vault.mark m using (capture_id, field)
            """)
        .query(String.class)
        .single();
  }

  private void rewrapAll(MasterKeyRotation rotation, int max) {
    Optional<DataKeyId> last = Optional.of(MasterKeyRotation.BEGINNING);
    while (last.isPresent()) {
      last = rotation.step(last.get(), max);
    }
  }

  private void assertAllOpenIn(Vault vault) {
    for (int key = 0; key < KEYS; key++) {
      assertThat(vault.open(capture(key), name(key), PersonalField.EMAIL)).isEqualTo(email(key));
      assertThat(vault.find(THEATRE, PersonalField.EMAIL, email(key)))
          .containsExactly(name(key).subjectId());
    }
  }

  @Test
  void someAtATime_andWhoeverComesAfterwardsDoesTheRest() {
    String before = values();
    String older = test.master().newest().name();
    String newer = test.master().rotate(older);
    assertThat(newer).isNotEqualTo(older);
    assertThat(rotation().counts()).containsOnly(Map.entry(older, KEYS + 1L));

    Optional<DataKeyId> first = rotation().step(MasterKeyRotation.BEGINNING, 3);

    assertThat(first).contains(name(2).keyId());
    assertThat(rotation().counts())
        .as("killed after the first step")
        .containsOnly(Map.entry(older, 4L), Map.entry(newer, 4L));
    assertAllOpenIn(test.vault());
    rewrapAll(rotation(), 3);
    assertThat(rotation().counts()).containsOnly(Map.entry(newer, KEYS + 1L));
    assertThat(values()).isEqualTo(before);

    test.master().drop(older);

    assertThat(test.master().versions()).containsExactly(newer);
    assertAllOpenIn(test.vault());
    assertAllOpenIn(another(file()));
  }

  /** The twin: what was not encrypted anew needs the older version. */
  @Test
  void aVersionThatIsDroppedTooEarlyTakesItsKeysWithIt() {
    String older = test.master().newest().name();
    test.master().rotate(older);
    rotation().step(MasterKeyRotation.BEGINNING, 3);

    test.master().drop(older);

    assertThat(test.vault().open(capture(0), name(0), PersonalField.EMAIL)).isEqualTo(email(0));
    assertThatThrownBy(() -> test.vault().open(capture(5), name(5), PersonalField.EMAIL))
        .isInstanceOf(VaultDamaged.class);
    rewrapAll(rotation(), 3);
    assertThat(rotation().counts()).as("what does not open stays").containsEntry(older, 4L);
  }

  @Test
  void whoHasTheFileOpenSeesTheNewVersion() {
    Vault other = another(file());
    String older = test.master().newest().name();
    String newer = test.master().rotate(older);
    rewrapAll(rotation(), 100);
    test.master().drop(older);

    assertAllOpenIn(other);
    test.rows().insert(sealed(other, KEYS));
    assertThat(rotation().counts()).containsOnly(Map.entry(newer, KEYS + 2L));
    assertThat(MasterKeyFile.open(file()).rotate(older))
        .as("asked for again by who knows an older one")
        .isEqualTo(newer);
    assertThat(test.master().versions()).containsExactly(newer);
    test.master().drop(newer);
    assertThat(test.master().versions()).as("the newest stays").containsExactly(newer);
  }

  @Test
  void whoObjectedIsKnownByTheNewVersionAsWell() {
    PersonalValue address = email(1);
    PurposeKey letter = new PurposeKey("newsletter");
    Suppressions before = new Suppressions(test.as("counterfoil_vault"), test.vault());
    before.add(
        before.no(THEATRE, name(1).subjectId(), letter, PersonalField.EMAIL, address),
        Instant.EPOCH);
    String older = test.master().newest().name();
    test.master().rotate(older);
    rewrapAll(rotation(), 100);
    test.master().drop(older);

    Suppressions after = new Suppressions(test.as("counterfoil_vault"), another(file()));

    assertThat(after.since(THEATRE, letter, PersonalField.EMAIL, List.of(address, email(2))))
        .containsOnlyKeys(address);
  }

  @Test
  void oneThatIsDestroyedMeanwhileStaysSo() {
    test.master().rotate(test.master().newest().name());
    MasterKeyRotation rotation = rotation();
    rotation.step(MasterKeyRotation.BEGINNING, 1);
    test.vault().destroy(List.of(name(3).keyId()));

    rewrapAll(rotation, 2);

    assertThat(rotation.counts()).hasSize(1).containsValue((long) KEYS);
  }

  @Test
  void aKeyMovesToAnotherPlace_andTheOldOneOpensUntilThen() {
    MasterKey service = MasterKeyFile.open(folder.resolve("elsewhere.json"));
    MasterKey both = service.inPlaceOf(test.master());
    assertAllOpenIn(new Vault(test.as("counterfoil_vault"), both));
    assertThatThrownBy(() -> another(folder.resolve("elsewhere.json")))
        .as("alone it opens nothing yet")
        .isInstanceOf(VaultUnavailable.class);

    rewrapAll(new MasterKeyRotation(test.as("counterfoil_vault"), both), 100);

    assertAllOpenIn(another(folder.resolve("elsewhere.json")));
  }

  @Test
  void sinceWhenAVersionIsAllThatIsNeededIsTheFirstTime() {
    String version = test.master().newest().name();
    Instant first = Instant.parse("2026-03-01T10:00:00Z");
    assertThat(rotation().completeSince(version)).isEmpty();

    rotation().complete(version, first);
    rotation().complete(version, first.plusSeconds(60));

    assertThat(rotation().completeSince(version)).contains(first);
  }
}
