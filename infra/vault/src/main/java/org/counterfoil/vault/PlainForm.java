package org.counterfoil.vault;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.counterfoil.domain.privacy.register.PersonalField;

/**
 * What is the same of a value in whichever way it is written: a name with or without its accents,
 * apostrophes and hyphens and in any order of its words, a telephone number with or without its
 * country. It is hashed and never kept.
 */
final class PlainForm {

  /** So many digits at its end tell a number, where its beginning is written in several ways. */
  private static final int DIGITS = 9;

  /** Letters that no form of Unicode takes apart. */
  private static final Map<String, String> LETTERS =
      Map.of("œ", "oe", "æ", "ae", "ß", "ss", "ø", "o", "ł", "l", "đ", "d", "ı", "i");

  private PlainForm() {}

  static String of(PersonalField field, PersonalValue value) {
    return switch (field) {
      case NAME -> name(value);
      case TELEPHONE -> telephone(value);
      case EMAIL, ADDRESS, ACCESS_NEEDS, NOTE, PAYMENT_REFERENCE -> folded(value);
    };
  }

  /** As it was before names and numbers were taken apart: what was told then has marks of that. */
  static String earlier(PersonalField field, PersonalValue value) {
    return field == PersonalField.TELEPHONE
        ? lowerCase(value).replaceAll("[^+0-9]", "")
        : folded(value);
  }

  private static String name(PersonalValue value) {
    String plain =
        Normalizer.normalize(lowerCase(value), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
      plain = plain.replace(letter.getKey(), letter.getValue());
    }
    String words =
        Arrays.stream(plain.split("[^\\p{L}\\p{N}]+", -1))
            .filter(word -> !word.isEmpty())
            .sorted()
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? folded(value) : words;
  }

  private static String telephone(PersonalValue value) {
    String digits = lowerCase(value).replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    return digits.isEmpty()
        ? folded(value)
        : digits.substring(Math.max(0, digits.length() - DIGITS));
  }

  private static String folded(PersonalValue value) {
    return lowerCase(value).replaceAll("\\s+", " ");
  }

  private static String lowerCase(PersonalValue value) {
    return Normalizer.normalize(value.value(), Normalizer.Form.NFKC)
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
