package org.counterfoil.command.buyer;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.http.access.Secrets;

/**
 * A code that lets its holder buy early. Upper and lower case are the same, as people type it.
 * Matches {@code [A-Za-z0-9][A-Za-z0-9_-]{0,63}}.
 */
public record PresaleCode(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

  public PresaleCode {
    InvalidText.unlessMatches(FORM, value, "FRIENDS-2026");
  }

  /** What stands for it in the log. The same code has another mark at another performance. */
  public PresaleCodeMark mark(PerformanceId performance, Secrets secrets) {
    String message = performance + "/" + value.toUpperCase(Locale.ROOT);
    return new PresaleCodeMark(
        secrets.textMac("presale-code", message.getBytes(StandardCharsets.UTF_8)));
  }

  /** Says nothing, so that no message can hold it. */
  @Override
  public String toString() {
    return "a presale code";
  }
}
