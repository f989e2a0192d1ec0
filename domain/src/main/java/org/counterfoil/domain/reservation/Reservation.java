package org.counterfoil.domain.reservation;

import java.util.Objects;
import org.counterfoil.domain.seathold.HoldId;
import org.jspecify.annotations.Nullable;

/** The state of a reservation. Whether it still keeps places is for its hold to tell. */
public final class Reservation {

  @Nullable ReservationEvent latest;
  @Nullable ReservationReference reference;

  public boolean exists() {
    return latest != null;
  }

  /** What was agreed last; asking before it exists is an error. */
  public ReservationEvent latest() {
    return Objects.requireNonNull(latest, "Expected a reservation, but there is none");
  }

  /** What keeps its places, or kept them. */
  public HoldId holdId() {
    return latest().holdId();
  }

  /** By which the house finds it, where it said so. */
  public @Nullable ReservationReference reference() {
    return reference;
  }
}
