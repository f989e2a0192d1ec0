package org.counterfoil.domain.pass;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a pass. Its code is made from it, and is secret; the id is not. */
public record PassId(UUID value) implements Identifier {

  public static PassId of(String text) {
    return new PassId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
