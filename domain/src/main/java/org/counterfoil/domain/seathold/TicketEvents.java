package org.counterfoil.domain.seathold;

import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;

/** Applies what happened to tickets to the places they were for. */
public final class TicketEvents {

  /** Changes where the places of a performance stand. */
  public void evolve(PerformanceSeats state, TicketEvent event) {
    switch (event) {
      case TicketsVoided voided ->
          voided
              .tickets()
              .forEach(ticket -> state.inventory().takeBack(ticket, voided.isBackOnSale()));
    }
  }
}
