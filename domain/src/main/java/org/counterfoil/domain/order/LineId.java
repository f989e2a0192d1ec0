package org.counterfoil.domain.order;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a line of an order: what it sells beside tickets. */
public record LineId(UUID value) implements Identifier {

  public static LineId of(String text) {
    return new LineId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
