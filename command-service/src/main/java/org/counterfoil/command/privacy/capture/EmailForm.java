package org.counterfoil.command.privacy.capture;

import java.util.regex.Pattern;

/** What an e-mail address looks like; whether anybody reads what is sent there, only it tells. */
public final class EmailForm {

  private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]+");
  private static final int LONGEST = 254;

  private EmailForm() {}

  public static boolean matches(String text) {
    return text.length() <= LONGEST && EMAIL.matcher(text).matches();
  }
}
