package org.counterfoil.domain.privacy.imports;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies one import of people: a file that was brought from elsewhere, once. */
public record ImportId(UUID value) implements Identifier {

  public static ImportId of(String text) {
    return new ImportId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
