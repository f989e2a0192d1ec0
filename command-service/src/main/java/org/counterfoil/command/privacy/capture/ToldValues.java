package org.counterfoil.command.privacy.capture;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.vault.PersonalValue;

/** Reads the values that a person tells. What is wrong names the field, and never the value. */
public final class ToldValues {

  private static final Pattern NAME = Pattern.compile("[A-Za-z]{1,40}");

  private ToldValues() {}

  /**
   * By field.
   *
   * @param path where they stand in the request
   */
  public static Map<PersonalField, PersonalValue> read(String path, Map<String, String> values) {
    Map<PersonalField, PersonalValue> read = new EnumMap<>(PersonalField.class);
    for (Map.Entry<String, String> each : values.entrySet()) {
      read.put(
          field(path, each.getKey()),
          value(each.getKey(), each.getValue(), at(path, each.getKey())));
    }
    return read;
  }

  /** Where a field stands in the request. */
  static String at(String path, String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** The field of this name; an odd name is not told back, for it may be a value. */
  static PersonalField field(String path, String key) {
    String name = NAME.matcher(key).matches() ? at(path, key) : path;
    return PersonalField.of(key)
        .orElseThrow(
            () ->
                Problem.invalid(name, "Expected a field such as email or name, but it is none")
                    .exception());
  }

  /**
   * An address.
   *
   * @param name where it stands in the request
   */
  public static PersonalValue email(String name, String text) {
    return value(PersonalField.EMAIL.key(), text, name);
  }

  private static PersonalValue value(String key, String text, String name) {
    PersonalValue value;
    try {
      value = new PersonalValue(text.strip());
    } catch (InvalidText wrong) {
      throw Problem.invalid(name, String.valueOf(wrong.getMessage())).exception();
    }
    boolean isWrongEmail =
        key.equals(PersonalField.EMAIL.key()) && !EmailForm.matches(value.value());
    if (isWrongEmail) {
      throw Problem.invalid(name, "Expected an e-mail address, but it is none").exception();
    }
    return value;
  }
}
