package org.counterfoil.command.imports;

import java.util.List;
import java.util.Map;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.vault.PersonalValue;

/**
 * What a line tells, where nothing is wrong with it.
 *
 * @param identity by which its source knows the person
 */
record FileLine(
    int number,
    PersonalValue identity,
    Map<PersonalField, PersonalValue> values,
    List<FileAnswer> answers) {

  FileLine {
    values = Map.copyOf(values);
    answers = List.copyOf(answers);
  }
}
