package org.counterfoil.command.privacy.subject;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.counterfoil.command.privacy.subject.PeopleHistory.Member;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
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
    for (Member member : person.members()) {
      for (KeptField kept : member.state().fields()) {
        if (kept.field() == PersonalField.EMAIL) {
          PersonalValue address =
              vault
                  .get()
                  .open(
                      kept.captureId(),
                      new DataKeyName(
                          kept.keyId(), person.organisationId(), member.id(), kept.purpose()),
                      kept.field());
          vault
              .suppressions()
              .add(person.organisationId(), PersonalField.EMAIL, address, clock.instant());
        }
      }
    }
  }
}
