package org.counterfoil.command.privacy.subject;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataSubject.KeptField;
import org.counterfoil.vault.DataKeyName;
import org.counterfoil.vault.PersonalValue;

/** Keeps an objection to marketing alive by the address itself, as a keyed mark of it. */
public final class Objections {

  private final OpenedVault vault;
  private final Clock clock;

  Objections(OpenedVault vault, Clock clock) {
    this.vault = vault;
    this.clock = clock;
  }

  /**
   * Marks an address whose owner says no while it tells it. An instant before what is about to be
   * recorded: a yes to something else that is said in the same breath stands.
   */
  public void suppress(OrganisationId organisation, PersonalValue address) {
    vault
        .suppressions()
        .add(
            organisation,
            PersonalField.EMAIL,
            address,
            clock.instant().minus(Duration.of(1, ChronoUnit.MICROS)));
  }

  /**
   * Marks every address of the person, where the purpose is marketing; before the objection is
   * recorded, so that none is recorded whose address may be written to again.
   */
  public void suppress(Person person, Purpose purpose) {
    if (!purpose.dpvPurpose().isMarketing()) {
      return;
    }
    for (PersonalValue address : addresses(person, any -> true)) {
      vault
          .suppressions()
          .add(person.organisationId(), PersonalField.EMAIL, address, clock.instant());
    }
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
