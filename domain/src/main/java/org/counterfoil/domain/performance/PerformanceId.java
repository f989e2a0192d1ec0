package org.counterfoil.domain.performance;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a performance: one showing at a date and time. */
public record PerformanceId(UUID value) implements Identifier {

  public static PerformanceId of(String text) {
    return new PerformanceId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
