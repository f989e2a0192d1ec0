package org.counterfoil.domain.access;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies an API token (not its secret). */
public record ApiTokenId(UUID value) implements Identifier {

  public static ApiTokenId of(String text) {
    return new ApiTokenId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
