package org.counterfoil.command.aggregate;

import java.util.UUID;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.reservation.Reservation;
import org.counterfoil.domain.reservation.ReservationDecider;
import org.counterfoil.domain.reservation.ReservationEvent;
import org.jspecify.annotations.Nullable;

/** The shell of a reservation. */
@AggregateRoot(type = ReservationAggregate.TYPE)
public final class ReservationAggregate extends Shell<Reservation> {

  static final String TYPE = "reservation";

  public ReservationAggregate(UUID id) {
    super(id, new Reservation());
  }

  @Override
  void evolve(Event event) {
    ReservationDecider.evolve(state(), (ReservationEvent) event);
  }

  @Override
  @Nullable OrganisationId organisationOf(Event event) {
    return ((ReservationEvent) event).organisationId();
  }
}
