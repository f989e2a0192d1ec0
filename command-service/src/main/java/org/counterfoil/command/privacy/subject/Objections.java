package org.counterfoil.command.privacy.subject;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;
import org.counterfoil.vault.SealedNo;

/** Keeps a no alive by the address itself, as a keyed mark of it for one purpose. */
public final class Objections {

  private final OpenedVault vault;

  Objections(OpenedVault vault) {
    this.vault = vault;
  }

  /** The mark of an address whose reader says no; to be stored with the event that says so. */
  public SealedNo no(
      OrganisationId organisation,
      DataSubjectId subject,
      PurposeKey purpose,
      PersonalValue address) {
    return vault.suppressions().no(organisation, subject, purpose, PersonalField.EMAIL, address);
  }

  /**
   * The marks of a no of everybody who is a person: of what each told, else of what all told; to be
   * stored with the events that say so.
   */
  public List<SealedNo> noes(Person person, PurposeKey purpose) {
    List<PersonalValue> all = addresses(person, any -> true);
    List<SealedNo> noes = new ArrayList<>();
    for (Member member : person.members()) {
      List<PersonalValue> own =
          addresses(new Person(person.organisationId(), List.of(member)), any -> true);
      for (PersonalValue address : own.isEmpty() ? all : own) {
        noes.add(no(person.organisationId(), member.id(), purpose, address));
      }
    }
    return noes;
  }

  /** The addresses that a person told for some purposes, each once. */
  public List<PersonalValue> addresses(Person person, Predicate<PurposeKey> forWhat) {
    List<PersonalValue> addresses = new ArrayList<>();
    for (Member member : person.members()) {
      for (KeptField kept : member.state().fields()) {
        if (kept.field() == PersonalField.EMAIL && forWhat.test(kept.purpose())) {
          DataKeyName key =
              new DataKeyName(kept.keyId(), person.organisationId(), member.id(), kept.purpose());
          addresses.add(vault.get().open(kept.captureId(), key, kept.field()));
        }
      }
    }
    return addresses.stream().distinct().toList();
  }
}
