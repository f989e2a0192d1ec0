package org.counterfoil.domain.architecture.twin.north;

import org.counterfoil.domain.architecture.twin.south.South;
import org.junit.jupiter.api.Tag;

/** Breaks rules on purpose: knows its neighbour in a circle, a framework, a clock, fractions. */
@Tag("twin")
public class North {

  static int calls;

  public double share;

  public South neighbour() {
    return new South(this);
  }

  public Float of(float part) {
    return part;
  }

  public String now() {
    calls++;
    return java.time.Instant.now() + " " + java.util.UUID.randomUUID();
  }
}
