package org.counterfoil.command.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.vault.PersonalValue;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a file, from all lines that name it: what it tells, what it answered when, and when
 * it was last heard of.
 */
final class FilePerson {

  final PersonalValue identity;
  final Map<PersonalField, PersonalValue> values = new EnumMap<>(PersonalField.class);
  final List<FileAnswer> answers = new ArrayList<>();
  @Nullable Instant lastContact;

  FilePerson(PersonalValue identity) {
    this.identity = identity;
  }

  /** Whether a line tells nothing else of a field than the lines before it. */
  boolean agrees(FileLine line) {
    return line.values().entrySet().stream()
        .allMatch(each -> isSame(each.getKey(), values.get(each.getKey()), each.getValue()));
  }

  private static boolean isSame(
      PersonalField field, @Nullable PersonalValue before, PersonalValue now) {
    if (before == null || before.equals(now)) {
      return true;
    }
    return field == PersonalField.EMAIL && PlainEmail.of(before).equals(PlainEmail.of(now));
  }

  /** Adds a line that agrees; answers whether it told anything new. */
  boolean add(FileLine line) {
    boolean isNew = values.size() < with(line).size();
    line.values().forEach(values::putIfAbsent);
    for (FileAnswer answer : line.answers()) {
      if (!answers.contains(answer)) {
        answers.add(answer);
        isNew = true;
      }
    }
    Instant contact = line.lastContact();
    if (contact != null && (lastContact == null || contact.isAfter(lastContact))) {
      lastContact = contact;
      isNew = true;
    }
    return isNew;
  }

  private Map<PersonalField, PersonalValue> with(FileLine line) {
    Map<PersonalField, PersonalValue> all = new EnumMap<>(PersonalField.class);
    all.putAll(values);
    all.putAll(line.values());
    return all;
  }
}
