package org.counterfoil.command.privacy.erasure;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.privacy.disclosure.Recipients;
import org.counterfoil.command.privacy.erasure.Certificate.DestroyedKey;
import org.counterfoil.command.privacy.erasure.Certificate.StayingPurpose;
import org.counterfoil.command.privacy.register.Registers;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.command.privacy.vault.VaultProperties;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.domain.privacy.subject.KeptPurpose;
import org.counterfoil.domain.privacy.subject.SubjectCommand.ErasePersonalData;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * How people are erased: the log says first that it is so, then the keys are destroyed. Killed
 * between the two, they are destroyed by whoever repeats it, or at the next start.
 */
public final class Erasing {

  private final OpenedVault vault;
  private final Registers registers;
  private final Directory directory;
  private final VaultProperties properties;
  private final Recipients recipients;
  private final Clock clock;

  Erasing(
      OpenedVault vault,
      Registers registers,
      Directory directory,
      VaultProperties properties,
      Recipients recipients,
      Clock clock) {
    this.vault = vault;
    this.registers = registers;
    this.directory = directory;
    this.properties = properties;
    this.recipients = recipients;
    this.clock = clock;
  }

  /** Nothing is recorded as erased while the keys could not be destroyed. */
  public void requireVault() {
    vault.get().requireOpen();
  }

  /** Says that it is so. */
  public ErasePersonalData command(
      OrganisationId organisation,
      DataSubjectId subject,
      List<PurposeKey> purposes,
      List<KeptPurpose> kept,
      ErasureReason reason,
      LocalDate inBackupsUntil) {
    return new ErasePersonalData(organisation, subject, purposes, kept, reason, inBackupsUntil);
  }

  /** The day on which the last backup of today is gone. */
  public LocalDate inBackupsUntil(OrganisationId organisation) {
    return LocalDate.ofInstant(clock.instant(), directory.organisation(organisation).timeZone())
        .plus(properties.backupLife());
  }

  /** What must stay of a person (Art. 17(3) GDPR), whoever asks that it goes and why. */
  List<KeptPurpose> kept(Person person) {
    Register register = registers.of(person.organisationId());
    List<KeptPurpose> kept = new ArrayList<>();
    for (PurposeKey purpose : person.purposes()) {
      KeepingDuty duty = duty(basis(person, purpose), register.purpose(purpose));
      if (duty != null) {
        kept.add(new KeptPurpose(purpose, duty));
      }
    }
    return kept;
  }

  private static @Nullable LawfulBasis basis(Person person, PurposeKey purpose) {
    return person.members().stream()
        .flatMap(member -> member.state().basisOf(purpose).stream())
        .findFirst()
        .orElse(null);
  }

  private static @Nullable KeepingDuty duty(
      @Nullable LawfulBasis basis, @Nullable PurposeDeclared declared) {
    if (LawfulBasis.LEGAL_OBLIGATION.equals(basis)) {
      return KeepingDuty.LEGAL_OBLIGATION;
    }
    if (LawfulBasis.PUBLIC_TASK.equals(basis)) {
      return KeepingDuty.PUBLIC_TASK;
    }
    boolean isForClaims =
        declared != null && declared.purpose().dpvPurpose() == DpvPurpose.DISPUTE_MANAGEMENT;
    return isForClaims ? KeepingDuty.CLAIMS : null;
  }

  /** Destroys every key that the log says is erased. */
  public int destroy(Person person) {
    return vault.get().destroy(keys(person).stream().map(DestroyedKey::keyId).toList());
  }

  /** Destroys keys. Repeating it changes nothing. */
  public int destroy(List<DataKeyId> keys) {
    return vault.get().destroy(keys);
  }

  private static List<DestroyedKey> keys(Person person) {
    return erasures(person).stream()
        .map(Erasing::erased)
        .flatMap(
            event ->
                event.erased().stream()
                    .map(
                        one ->
                            new DestroyedKey(
                                one.purpose(), one.keyId(), event.at(), event.reason())))
        .toList();
  }

  /** Of each member in turn; which of them is the newest, its position says. */
  private static List<RecordedEvent> erasures(Person person) {
    return person.members().stream()
        .map(Member::events)
        .flatMap(List::stream)
        .filter(recorded -> recorded.envelope().payload() instanceof PersonalDataErased)
        .toList();
  }

  private static PersonalDataErased erased(RecordedEvent recorded) {
    return (PersonalDataErased) recorded.envelope().payload();
  }

  /**
   * Destroys the keys, and answers what became of the person.
   *
   * @param person as it stands after its erasure
   */
  ResponseEntity<byte[]> certified(
      ResponseEntity<byte[]> stored, Person person, ErasureReason reason, List<KeptPurpose> kept) {
    destroy(person);
    List<RecordedEvent> erasures = erasures(person);
    RecordedEvent last =
        erasures.stream().max(Comparator.comparingLong(RecordedEvent::position)).orElse(null);
    Instant at = last == null ? clock.instant() : erased(last).at();
    LocalDate inBackupsUntil =
        erasures.stream()
            .map(one -> erased(one).inBackupsUntil())
            .max(Comparator.naturalOrder())
            .orElseGet(() -> inBackupsUntil(person.organisationId()));
    List<PurposeKey> gone = keys(person).stream().map(DestroyedKey::purpose).toList();
    Certificate certificate =
        new Certificate(
            person.id(),
            person.ids(),
            at,
            last == null ? -1 : last.position(),
            last == null ? reason : erased(last).reason(),
            keys(person),
            kept.stream()
                .map(
                    one ->
                        new StayingPurpose(one.purpose(), one.duty(), basis(person, one.purpose())))
                .toList(),
            List.of("VAULT_VALUES", "VAULT_KEYS", "VAULT_INDEX"),
            recipients.toTell(person.ids(), given -> !Collections.disjoint(given.purposes(), gone)),
            inBackupsUntil);
    return ResponseEntity.ok()
        .headers(stored.getHeaders())
        .contentType(MediaType.APPLICATION_JSON)
        .body(DomainJson.mapper().writeValueAsBytes(certificate));
  }
}
