package org.counterfoil.domain.catalogue;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a production: the work shown. */
public record ProductionId(UUID value) implements Identifier {

  public static ProductionId of(String text) {
    return new ProductionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
