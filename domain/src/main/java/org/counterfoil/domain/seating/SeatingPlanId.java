package org.counterfoil.domain.seating;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies one version of a seating plan. */
public record SeatingPlanId(UUID value) implements Identifier {

  public static SeatingPlanId of(String text) {
    return new SeatingPlanId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
