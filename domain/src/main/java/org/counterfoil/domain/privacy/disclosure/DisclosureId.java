package org.counterfoil.domain.privacy.disclosure;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies one reading of personal data, of one person or of many. */
public record DisclosureId(UUID value) implements Identifier {

  public static DisclosureId of(String text) {
    return new DisclosureId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
