package org.counterfoil.domain.reservation;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a reservation. */
public record ReservationId(UUID value) implements Identifier {

  public static ReservationId of(String text) {
    return new ReservationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
