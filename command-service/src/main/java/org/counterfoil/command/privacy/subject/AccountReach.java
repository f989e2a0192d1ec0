package org.counterfoil.command.privacy.subject;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.jspecify.annotations.Nullable;

/**
 * Whom the secret of an account reaches. Whoever opens an account may type anybody's address: that
 * an officer finds the same one elsewhere and joins the two proves nothing to who has the secret.
 */
public final class AccountReach {

  private final PeopleHistory history;
  private final OpenedVault vault;

  AccountReach(PeopleHistory history, OpenedVault vault) {
    this.history = history;
    this.vault = vault;
  }

  /**
   * What came with the secret; and of those who were joined with the account, who has an address
   * that whoever has the secret has confirmed.
   *
   * @throws org.counterfoil.vault.VaultUnavailable where that cannot be found out
   */
  public Person of(OrganisationId organisation, DataSubjectId account) {
    Person shown = history.shown(organisation, account);
    Set<DataSubjectId> own = Set.copyOf(shown.ids());
    List<Member> joined =
        history.of(organisation, account).members().stream()
            .filter(member -> !own.contains(member.id()))
            .toList();
    Set<DataSubjectId> proven = joined.isEmpty() ? Set.of() : havingConfirmed(shown);
    return new Person(
        organisation,
        Stream.concat(
                shown.members().stream(),
                joined.stream().filter(member -> proven.contains(member.id())))
            .toList());
  }

  /** Accounts among those that are one person, of whose address nobody has shown to read it. */
  public List<DataSubjectId> unconfirmed(Person person, Register register) {
    return person.members().stream()
        .filter(member -> isAccount(member, register))
        .map(Member::id)
        .filter(account -> !isConfirmed(history.shown(person.organisationId(), account)))
        .toList();
  }

  private static boolean isAccount(Member member, Register register) {
    return !member.isJoinedAtOnce()
        && member.events().stream()
            .map(recorded -> recorded.envelope().payload())
            .filter(PersonalDataCaptured.class::isInstance)
            .map(PersonalDataCaptured.class::cast)
            .filter(told -> told.door() == CaptureDoor.ACCOUNT && told.orderId() == null)
            .map(told -> register.purpose(told.purpose()))
            .anyMatch(AccountReach::managesAccounts);
  }

  private static boolean managesAccounts(@Nullable PurposeDeclared declared) {
    return declared != null && declared.purpose().dpvPurpose() == DpvPurpose.ACCOUNT_MANAGEMENT;
  }

  private boolean isConfirmed(Person shown) {
    Member account = shown.members().getFirst();
    List<KeptField> addresses = addresses(account).toList();
    Set<PersonalValue> confirmed = addresses.isEmpty() ? Set.of() : confirmed(shown);
    return !confirmed.isEmpty()
        && addresses.stream()
            .allMatch(one -> confirmed.contains(open(shown.organisationId(), account, one)));
  }

  private Set<DataSubjectId> havingConfirmed(Person shown) {
    return confirmed(shown).stream()
        .flatMap(
            address ->
                vault.get().find(shown.organisationId(), PersonalField.EMAIL, address).stream())
        .collect(Collectors.toSet());
  }

  /** Addresses that were confirmed by the link that was sent there. */
  private Set<PersonalValue> confirmed(Person shown) {
    Set<PersonalValue> values = new HashSet<>();
    for (Member member : shown.members()) {
      Set<CaptureId> confirmed = confirmed(member);
      addresses(member)
          .filter(one -> confirmed.contains(one.captureId()))
          .forEach(one -> values.add(open(shown.organisationId(), member, one)));
    }
    return values;
  }

  /** One that was put right since is another address, and was not confirmed. */
  private static Set<CaptureId> confirmed(Member member) {
    Actor byLink = new Actor(Actor.Kind.BUYER, member.id().value());
    Map<PurposeKey, CaptureId> told = new HashMap<>();
    Map<PurposeKey, CaptureId> asked = new HashMap<>();
    Set<CaptureId> confirmed = new HashSet<>();
    for (RecordedEvent recorded : member.events()) {
      Envelope envelope = recorded.envelope();
      if (envelope.payload() instanceof PersonalDataCaptured one
          && one.fields().contains(PersonalField.EMAIL)) {
        told.put(one.purpose(), one.captureId());
      } else if (envelope.payload() instanceof PersonalDataRectified one
          && one.fields().contains(PersonalField.EMAIL)) {
        told.put(one.purpose(), one.captureId());
      } else if (envelope.payload() instanceof ConfirmationAwaited one
          && told.containsKey(one.purpose())) {
        asked.put(one.purpose(), told.get(one.purpose()));
      } else if (envelope.payload() instanceof ConsentGiven one
          && envelope.actor().equals(byLink)
          && asked.containsKey(one.purpose())) {
        confirmed.add(asked.get(one.purpose()));
      }
    }
    return confirmed;
  }

  private static Stream<KeptField> addresses(Member member) {
    return member.state().fields().stream().filter(one -> one.field() == PersonalField.EMAIL);
  }

  private PersonalValue open(OrganisationId organisation, Member member, KeptField kept) {
    return vault
        .get()
        .open(
            kept.captureId(),
            new DataKeyName(kept.keyId(), organisation, member.id(), kept.purpose()),
            kept.field());
  }
}
