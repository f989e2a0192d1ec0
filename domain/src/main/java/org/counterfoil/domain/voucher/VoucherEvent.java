package org.counterfoil.domain.voucher;

import java.time.Instant;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** What happened to a voucher. No event holds its code. */
public sealed interface VoucherEvent extends Event {

  VoucherId voucherId();

  OrganisationId organisationId();

  /**
   * A voucher was issued; in one unit of work with the sale or the refund that pays for it.
   *
   * @param orderId the order that sold it, or whose money went back to it
   * @param taxRate of everything it can be spent for, where it is single-purpose: then the tax on
   *     it was due with this
   * @param expiresAt until when (exclusive) it can be spent
   */
  @EventType(name = "voucher.issued", revision = 2)
  record VoucherIssued(
      VoucherId voucherId,
      OrganisationId organisationId,
      OrderId orderId,
      VoucherOrigin origin,
      Money amount,
      @Nullable TaxRate taxRate,
      Instant expiresAt)
      implements VoucherEvent {
    /** Of one that is taxed when it is spent. */
    public VoucherIssued(
        VoucherId voucherId,
        OrganisationId organisationId,
        OrderId orderId,
        VoucherOrigin origin,
        Money amount,
        Instant expiresAt) {
      this(voucherId, organisationId, orderId, origin, amount, null, expiresAt);
    }
  }

  /**
   * A part of it pays for an order, which is to hear of it: this is the moment it is paid.
   *
   * @param taxed what of a single-purpose voucher this is, whose tax was due when it was issued
   */
  @EventType(name = "voucher.spent", revision = 2)
  record VoucherSpent(
      VoucherId voucherId,
      OrganisationId organisationId,
      OrderId orderId,
      PaymentId paymentId,
      Money amount,
      @Nullable TaxedPart taxed)
      implements VoucherEvent {
    /** Of one that is taxed when it is spent. */
    public VoucherSpent(
        VoucherId voucherId,
        OrganisationId organisationId,
        OrderId orderId,
        PaymentId paymentId,
        Money amount) {
      this(voucherId, organisationId, orderId, paymentId, amount, null);
    }
  }

  /** A payment that was begun will never be made with it. */
  @EventType(name = "voucher.payment-given-up", revision = 1)
  record VoucherPaymentGivenUp(
      VoucherId voucherId, OrganisationId organisationId, OrderId orderId, PaymentId paymentId)
      implements VoucherEvent {}

  /**
   * Money that it paid went back to it.
   *
   * @param taxed what of a single-purpose voucher this is, whose tax is due with it again
   * @param expiresAt until when it can be spent now; later where it had nearly expired
   */
  @EventType(name = "voucher.credited", revision = 2)
  record VoucherCredited(
      VoucherId voucherId,
      OrganisationId organisationId,
      OrderId orderId,
      RefundId refundId,
      Money amount,
      @Nullable TaxedPart taxed,
      Instant expiresAt)
      implements VoucherEvent {
    /** Of one that is taxed when it is spent. */
    public VoucherCredited(
        VoucherId voucherId,
        OrganisationId organisationId,
        OrderId orderId,
        RefundId refundId,
        Money amount,
        Instant expiresAt) {
      this(voucherId, organisationId, orderId, refundId, amount, null, expiresAt);
    }
  }

  /**
   * Its time was over.
   *
   * @param amount what was left of it
   * @param taxed what of a single-purpose voucher this is; its tax stays due
   */
  @EventType(name = "voucher.expired", revision = 2)
  record VoucherExpired(
      VoucherId voucherId, OrganisationId organisationId, Money amount, @Nullable TaxedPart taxed)
      implements VoucherEvent {
    /** Of one that is taxed when it is spent. */
    public VoucherExpired(VoucherId voucherId, OrganisationId organisationId, Money amount) {
      this(voucherId, organisationId, amount, null);
    }
  }
}
