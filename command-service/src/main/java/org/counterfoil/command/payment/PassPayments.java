package org.counterfoil.command.payment;

import java.util.UUID;
import org.counterfoil.command.code.PassCodes;
import org.counterfoil.command.exchange.Directory.OrderFacts;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.payment.PaymentProvider.Checkout;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.springframework.http.ResponseEntity;

/** Pays with passes. */
final class PassPayments {

  private final TimeOrderedIds ids;
  private final PassCodes codes;
  private final PassHistory passes;
  private final PassProvider provider;
  private final HousePayments payments;

  PassPayments(
      TimeOrderedIds ids,
      PassCodes codes,
      PassHistory passes,
      PassProvider provider,
      HousePayments payments) {
    this.ids = ids;
    this.codes = codes;
    this.passes = passes;
    this.provider = provider;
    this.payments = payments;
  }

  /** Whose code it is; a pass of another organisation is as unknown as none. */
  PassIssued read(String code, OrderFacts order) {
    PassId pass = codes.read(code);
    if (pass != null) {
      PassIssued issued = passes.of(pass).pass().issued();
      if (issued.organisationId().equals(order.organisationId())) {
        return issued;
      }
    }
    throw PassHistory.unknown();
  }

  ResponseEntity<byte[]> pay(
      OrderId orderId, OrderFacts order, PassIssued issued, Money amount, Exchange exchange) {
    PassId pass = issued.passId();
    UUID keyed = exchange.idOfKey();
    PaymentId payment = new PaymentId(keyed == null ? ids.next() : keyed);
    return payments.pay(
        new StartPassPayment(orderId, order.performanceId(), payment, pass, issued.terms(), amount),
        new UsePass(pass, orderId, order.performanceId(), payment, amount),
        new Checkout(payment, orderId, amount, null),
        provider,
        order,
        exchange);
  }
}
