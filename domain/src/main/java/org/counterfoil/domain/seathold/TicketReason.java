package org.counterfoil.domain.seathold;

/**
 * Why a ticket is void, or money for it goes back; a closed list, because free text may tell of
 * persons.
 */
public enum TicketReason {
  CUSTOMER_REQUEST,
  ILLNESS,
  BOX_OFFICE_ERROR,
  DUPLICATE,
  GOODWILL,
  OBSTRUCTED_VIEW,
  PERFORMANCE_CANCELLED,
  PERFORMANCE_RESCHEDULED,
  FRAUD,
  EXCHANGED,
  CHARGEBACK,
  UNPAID,
  COMP_WITHDRAWN
}
