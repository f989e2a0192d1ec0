package org.counterfoil.domain.organisation;

import java.util.regex.Pattern;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.Text;

/** The sales channel of an agent. Matches {@code [A-Z0-9][A-Z0-9_-]{0,31}}. */
public record AgentChannel(String value) implements Text {

  private static final Pattern FORM = Pattern.compile("[A-Z0-9][A-Z0-9_-]{0,31}");

  public AgentChannel {
    InvalidText.unlessMatches(FORM, value, "OFFICE");
  }

  @Override
  public String toString() {
    return value;
  }
}
