package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.vault.PersonalValue;
import org.jspecify.annotations.Nullable;

/**
 * What a line tells, where nothing is wrong with it.
 *
 * @param identity by which its source knows the person
 * @param lastContact when that source last heard of it
 */
record FileLine(
    int number,
    PersonalValue identity,
    Map<PersonalField, PersonalValue> values,
    List<FileAnswer> answers,
    @Nullable Instant lastContact) {

  FileLine {
    values = Map.copyOf(values);
    answers = List.copyOf(answers);
  }
}
