package org.counterfoil.domain.pass;

import java.time.Instant;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;

/** What happened to a pass. No event holds its code. */
public sealed interface PassEvent extends Event {

  PassId passId();

  OrganisationId organisationId();

  /**
   * A pass was issued; in one unit of work with the sale that pays for it. The tax on all its uses
   * was due with this.
   *
   * @param orderId the order that sold it
   * @param uses all of them
   * @param expiresAt until when (exclusive) it can be used
   */
  @EventType(name = "pass.issued", revision = 1)
  record PassIssued(
      PassId passId,
      OrganisationId organisationId,
      OrderId orderId,
      PassTerms terms,
      PassUses uses,
      Instant expiresAt)
      implements PassEvent {}

  /** Uses of it pay for tickets of an order, which is to hear of it. */
  @EventType(name = "pass.used", revision = 1)
  record PassUsed(
      PassId passId,
      OrganisationId organisationId,
      OrderId orderId,
      PerformanceId performanceId,
      PaymentId paymentId,
      PassUses uses)
      implements PassEvent {}

  /** A payment that was begun will never be made with it. */
  @EventType(name = "pass.payment-given-up", revision = 1)
  record PassPaymentGivenUp(
      PassId passId, OrganisationId organisationId, OrderId orderId, PaymentId paymentId)
      implements PassEvent {}

  /**
   * Uses came back to it.
   *
   * @param expiresAt until when it can be used now; later where it had nearly expired
   */
  @EventType(name = "pass.uses-returned", revision = 1)
  record PassUsesReturned(
      PassId passId,
      OrganisationId organisationId,
      OrderId orderId,
      PerformanceId performanceId,
      RefundId refundId,
      PassUses uses,
      Instant expiresAt)
      implements PassEvent {}

  /**
   * Its time was over.
   *
   * @param uses those that nobody took; their tax stays due
   */
  @EventType(name = "pass.expired", revision = 1)
  record PassExpired(PassId passId, OrganisationId organisationId, PassUses uses)
      implements PassEvent {}
}
