package org.counterfoil.command.code;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of what is typed for a ticket: its number, a hyphen, 8 characters. */
final class TypedForm {

  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})-[A-Z2-7]{8}");

  private TypedForm() {}

  /** The ticket number, or null where the text has another form. */
  static @Nullable Integer numberOf(String text) {
    Matcher typed = FORM.matcher(text);
    return typed.matches() ? Integer.valueOf(typed.group(1)) : null;
  }
}
