package org.counterfoil.domain.access;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a member of the staff; opaque. */
public record OperatorId(UUID value) implements Identifier {

  public static OperatorId of(String text) {
    return new OperatorId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
