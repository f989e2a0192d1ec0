package org.counterfoil.domain.performance;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a performance: one showing at a date and time. */
public record PerformanceId(UUID value) implements Identifier {

  /**
   * Of what belongs to no performance, such as an order without tickets: the nil UUID, which says
   * that there is none (RFC 9562, 5.9).
   */
  public static final PerformanceId NONE = new PerformanceId(new UUID(0, 0));

  public static PerformanceId of(String text) {
    return new PerformanceId(UUID.fromString(text));
  }

  /** Whether it says that there is no performance. */
  public boolean isNone() {
    return equals(NONE);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
