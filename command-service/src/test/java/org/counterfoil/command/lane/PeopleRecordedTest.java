package org.counterfoil.command.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.RecordPeople;
import org.counterfoil.domain.privacy.subject.SubjectCommand.CapturePersonalData;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.MasterKeyFile;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.SealedCapture;
import org.counterfoil.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was told and the event that says so are stored in one transaction. */
class PeopleRecordedTest {

  private static final OrganisationId THEATRE = new OrganisationId(Hall.id());
  private static final PurposeKey DELIVERY = new PurposeKey("ticket-delivery");
  private static final PersonalValue EMAIL = new PersonalValue("someone@example.org");

  @TempDir Path folder;

  private final TestStore store = new TestStore();
  private HashedLanes lanes;
  private Vault vault;

  @BeforeEach
  void open() {
    lanes = store.process(Hall.plan(1, 2), Clock.systemUTC(), Guards.ALL);
    vault =
        new Vault(store.as(DatabaseRoles.VAULT), MasterKeyFile.open(folder.resolve("master.json")));
  }

  @AfterEach
  void close() {
    lanes.stop();
  }

  private static CapturePersonalData capture() {
    PurposeDeclared purpose =
        new PurposeDeclared(
            THEATRE,
            1,
            new Purpose(
                DELIVERY,
                new PublicLabel("Sending tickets"),
                DpvPurpose.CUSTOMER_ORDER_MANAGEMENT,
                LawfulBasis.CONTRACT,
                null,
                List.of(PersonalField.EMAIL),
                List.of(),
                new Retention(RetentionStart.CAPTURE, new RetentionPeriod("P1Y")),
                false));
    return new CapturePersonalData(
        THEATRE,
        new DataSubjectId(Hall.id()),
        new CaptureId(Hall.id()),
        new DataKeyId(Hall.id()),
        purpose,
        new NoticePublished(
            THEATRE,
            new NoticeVersionId(Hall.id()),
            DELIVERY,
            1,
            new LanguageTag("fr"),
            new NoticeHash("0".repeat(64))),
        List.of(PersonalField.EMAIL),
        CaptureDoor.NEWSLETTER_FORM,
        null,
        null);
  }

  private static DataKeyName keyOf(CapturePersonalData capture) {
    return new DataKeyName(capture.keyId(), THEATRE, capture.subjectId(), DELIVERY);
  }

  private SealedCapture seal(CapturePersonalData capture) {
    return vault.sealFirst(capture.captureId(), keyOf(capture), Map.of(PersonalField.EMAIL, EMAIL));
  }

  private Outcome submit(CapturePersonalData capture, List<SealedCapture> sealed) {
    return lanes.submit(
        new Submission(
            new RecordPeople(null, List.of(capture)),
            Actor.SYSTEM,
            Hall.id(),
            events -> new Answer(204, ""),
            null,
            sealed));
  }

  @Test
  void bothAreThere_andTheValueIsReadWithTheKeyOfTheEvent() {
    CapturePersonalData capture = capture();

    assertThat(submit(capture, List.of(seal(capture)))).isInstanceOf(Outcome.Accepted.class);

    assertThat(vault.open(capture.captureId(), keyOf(capture), PersonalField.EMAIL))
        .isEqualTo(EMAIL);
    assertThat(store.log().readStream(capture.subjectId().value())).hasSize(1);
  }

  @Test
  void anEventWhoseValuesDidNotComeWithItIsNotStored() {
    CapturePersonalData capture = capture();

    assertThatThrownBy(() -> submit(capture, List.of())).isInstanceOf(StoreUnavailable.class);

    assertThat(store.log().lastPosition()).isEqualTo(-1);
  }

  @Test
  void whereTheVaultDoesNotTakeTheValuesNoEventIsStoredEither() {
    JdbcClient owner = JdbcClient.create(store.as(DatabaseRoles.OWNER));
    owner.sql("revoke insert on vault.value from counterfoil_writer").update();
    CapturePersonalData capture = capture();
    SealedCapture sealed = seal(capture);

    assertThatThrownBy(() -> submit(capture, List.of(sealed))).isInstanceOf(StoreUnavailable.class);

    assertThat(store.log().lastPosition()).isEqualTo(-1);
    assertThat(keys()).isZero();
    owner.sql("grant insert on vault.value to counterfoil_writer").update();
    assertThat(submit(capture, List.of(sealed))).isInstanceOf(Outcome.Accepted.class);
    assertThat(keys()).isEqualTo(1);
  }

  @Test
  void whatIsRefusedLeavesNothingInTheVault() {
    CapturePersonalData capture = capture();
    submit(capture, List.of(seal(capture)));
    CapturePersonalData underAnotherKey =
        new CapturePersonalData(
            THEATRE,
            capture.subjectId(),
            new CaptureId(Hall.id()),
            new DataKeyId(Hall.id()),
            capture.purpose(),
            capture.notice(),
            capture.fields(),
            capture.door(),
            null,
            null);

    assertThat(submit(underAnotherKey, List.of(seal(underAnotherKey))))
        .isInstanceOf(Outcome.Refused.class);

    assertThat(keys()).isEqualTo(1);
  }

  private int keys() {
    return JdbcClient.create(store.as(DatabaseRoles.VAULT))
        .sql("select count(*) from vault.data_key")
        .query(Integer.class)
        .single();
  }
}
