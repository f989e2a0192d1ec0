package org.counterfoil.command.privacy.subject;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.privacy.subject.PeopleHistory.Person;
import org.counterfoil.command.privacy.vault.OpenedVault;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.vault.PersonalValue;

/**
 * Finds who reads an address: everybody at an organisation that told it, by whichever form and for
 * whatever, each with all that are known to be the same person. What one of them says of a purpose
 * is said by whoever reads there.
 */
public final class AddressHolders {

  private final OpenedVault vault;
  private final PeopleHistory history;

  AddressHolders(OpenedVault vault, PeopleHistory history) {
    this.vault = vault;
    this.history = history;
  }

  /**
   * Who reads each of these addresses; those that nobody told are not in it.
   *
   * @throws org.counterfoil.vault.VaultUnavailable where nobody can be looked for
   */
  public Map<PersonalValue, List<Person>> of(
      OrganisationId organisation, Collection<PersonalValue> addresses) {
    Map<DataSubjectId, Person> read = new HashMap<>();
    Map<PersonalValue, List<Person>> holders = new HashMap<>();
    vault
        .get()
        .find(organisation, PersonalField.EMAIL, addresses)
        .forEach((address, ids) -> holders.put(address, people(organisation, ids, read)));
    return holders;
  }

  private List<Person> people(
      OrganisationId organisation, List<DataSubjectId> ids, Map<DataSubjectId, Person> read) {
    Map<DataSubjectId, Person> people = new LinkedHashMap<>();
    for (DataSubjectId id : ids) {
      Person person = read.get(id);
      if (person == null) {
        person = history.of(organisation, id);
        for (DataSubjectId member : person.ids()) {
          read.put(member, person);
        }
      }
      people.putIfAbsent(person.id(), person);
    }
    return List.copyOf(people.values());
  }
}
