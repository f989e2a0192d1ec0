package org.counterfoil.http.text;

import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID in its usual form (RFC 9562, section 4): 32 hexadecimal digits and four hyphens. */
public final class UuidText {

  private static final int LENGTH = 36;

  private UuidText() {}

  /**
   * Stricter than {@link UUID#fromString}, which takes {@code 1-1-1-1-1}; null for another form.
   */
  public static @Nullable UUID read(String text) {
    return hasForm(text) ? UUID.fromString(text) : null;
  }

  private static boolean hasForm(String text) {
    if (text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      boolean isHyphen = i == 8 || i == 13 || i == 18 || i == 23;
      if (isHyphen ? text.charAt(i) != '-' : !HexFormat.isHexDigit(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }
}
