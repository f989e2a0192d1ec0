package org.counterfoil.domain.seathold;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a seat hold. */
public record HoldId(UUID value) implements Identifier {

  public static HoldId of(String text) {
    return new HoldId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
