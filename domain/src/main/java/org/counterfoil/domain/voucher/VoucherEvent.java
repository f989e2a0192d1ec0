package org.counterfoil.domain.voucher;

import java.time.Instant;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to a voucher. No event holds its code. */
public sealed interface VoucherEvent extends Event {

  VoucherId voucherId();

  OrganisationId organisationId();

  /**
   * A voucher was issued; in one unit of work with the sale or the refund that pays for it.
   *
   * @param orderId the order that sold it, or whose money went back to it
   * @param expiresAt until when (exclusive) it can be spent
   */
  @EventType(name = "voucher.issued", revision = 1)
  record VoucherIssued(
      VoucherId voucherId,
      OrganisationId organisationId,
      OrderId orderId,
      VoucherOrigin origin,
      Money amount,
      Instant expiresAt)
      implements VoucherEvent {}

  /** A part of it pays for an order, which is to hear of it: this is the moment it is paid. */
  @EventType(name = "voucher.spent", revision = 1)
  record VoucherSpent(
      VoucherId voucherId,
      OrganisationId organisationId,
      OrderId orderId,
      PaymentId paymentId,
      Money amount)
      implements VoucherEvent {}

  /** A payment that was begun will never be made with it. */
  @EventType(name = "voucher.payment-given-up", revision = 1)
  record VoucherPaymentGivenUp(
      VoucherId voucherId, OrganisationId organisationId, OrderId orderId, PaymentId paymentId)
      implements VoucherEvent {}

  /**
   * Money that it paid went back to it.
   *
   * @param expiresAt until when it can be spent now; later where it had nearly expired
   */
  @EventType(name = "voucher.credited", revision = 1)
  record VoucherCredited(
      VoucherId voucherId,
      OrganisationId organisationId,
      OrderId orderId,
      RefundId refundId,
      Money amount,
      Instant expiresAt)
      implements VoucherEvent {}

  /**
   * Its time was over.
   *
   * @param amount what was left of it
   */
  @EventType(name = "voucher.expired", revision = 1)
  record VoucherExpired(VoucherId voucherId, OrganisationId organisationId, Money amount)
      implements VoucherEvent {}
}
