package org.counterfoil.command.payment;

import java.util.UUID;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.JointOrderCommand.StartJointPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.http.ResponseEntity;

/** Pays with vouchers. */
final class VoucherPayments {

  private final TimeOrderedIds ids;
  private final VoucherCodes codes;
  private final VoucherHistory vouchers;
  private final VoucherProvider provider;
  private final HousePayments payments;

  VoucherPayments(
      TimeOrderedIds ids,
      VoucherCodes codes,
      VoucherHistory vouchers,
      VoucherProvider provider,
      HousePayments payments) {
    this.ids = ids;
    this.codes = codes;
    this.vouchers = vouchers;
    this.provider = provider;
    this.payments = payments;
  }

  /** Whose code it is; a voucher of another organisation is as unknown as none. */
  VoucherIssued read(String code, OrderFacts order) {
    VoucherId voucher = codes.read(code);
    if (voucher != null) {
      VoucherIssued issued = vouchers.of(voucher).voucher().issued();
      if (issued.organisationId().equals(order.organisationId())) {
        return issued;
      }
    }
    throw VoucherHistory.unknown();
  }

  ResponseEntity<byte[]> pay(
      OrderFacts order, VoucherIssued issued, Money amount, Exchange exchange) {
    UUID keyed = exchange.idOfKey();
    PaymentId payment = new PaymentId(keyed == null ? ids.next() : keyed);
    return payments.pay(
        start(order, payment, issued, amount),
        new SpendVoucher(issued.voucherId(), order.jointId(), payment, amount),
        new Checkout(payment, order.jointId(), amount, null),
        provider,
        order,
        exchange);
  }

  private static Command start(
      OrderFacts order, PaymentId payment, VoucherIssued issued, Money amount) {
    return order.isJoint()
        ? new StartJointPayment(
            order.parts(),
            payment,
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            issued.voucherId(),
            issued.taxRate(),
            amount)
        : new StartPayment(
            order.orderId(),
            order.performanceId(),
            payment,
            PaymentMethod.VOUCHER,
            ProviderName.VOUCHERS,
            issued.voucherId(),
            issued.taxRate(),
            amount);
  }
}
