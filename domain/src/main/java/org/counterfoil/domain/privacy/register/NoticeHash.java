package org.counterfoil.domain.privacy.register;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** The SHA-256 of a notice's text in UTF-8: 64 hexadecimal digits. */
public record NoticeHash(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");

  public NoticeHash {
    InvalidText.unlessMatches(FORM, value, "9f86d081884c7d65…");
  }

  @Override
  public String toString() {
    return value;
  }
}
