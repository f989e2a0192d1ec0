package org.counterfoil.domain.catalogue;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a season. */
public record SeasonId(UUID value) implements Identifier {

  public static SeasonId of(String text) {
    return new SeasonId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
